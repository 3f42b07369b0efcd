using System.Globalization;
using System.Text;
using Claviger.Aws;

namespace Claviger.Bench;

/// <summary>Whole requests of the query protocol, signed, ready for the socket.</summary>
internal sealed class SignedRequests
{
    private readonly Dictionary<string, SigV4Signer> _signers;
    private readonly string _host;

    public SignedRequests(Uri endpoint, string accessKeyId, string secretAccessKey)
    {
        _host = endpoint.Authority;
        _signers = new[] { "iam", "sts" }.ToDictionary(
            service => service,
            service => new SigV4Signer(accessKeyId, secretAccessKey, null, "us-east-1", new SigningRules(service, SignatureErrors.Query)));
    }

    /// <summary>One request.</summary>
    /// <param name="service">iam or sts.</param>
    /// <param name="form">The form that is its body.</param>
    public ReadOnlyMemory<byte> Make(string service, string form)
    {
        var body = Encoding.ASCII.GetBytes(form);
        var headers = new HeaderList();
        headers.Add("Host", _host);
        headers.Add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        _signers[service].Sign("POST", "/", headers, body, TimeProvider.System.GetUtcNow());
        var head = new StringBuilder("POST / HTTP/1.1\r\n");
        foreach (var name in headers.Names)
        {
            head.Append(name).Append(": ").Append(headers[name].Single).Append("\r\n");
        }

        head.Append(CultureInfo.InvariantCulture, $"User-Agent: claviger-bench\r\nContent-Length: {body.Length}\r\n\r\n");
        return (byte[])[.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
    }
}
