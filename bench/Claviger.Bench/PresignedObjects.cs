using System.Text;
using Claviger.Aws;

namespace Claviger.Bench;

/// <summary>Presigned requests to S3, as they stand in a URL.</summary>
internal sealed class PresignedObjects(ChildServer server)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly SigV4Signer _signer = new(
        ServerUnderTest.RootKeyId, ServerUnderTest.RootSecret, null, "us-east-1", new SigningRules("s3", SignatureErrors.S3, forObjects: true));

    /// <summary>The address of one request.</summary>
    public Uri Address(string method, string target) => new(server.Endpoint, Target(method, target));

    /// <summary>The whole bytes of one request without a body.</summary>
    public ReadOnlyMemory<byte> Bytes(string method, string target) => Encoding.ASCII.GetBytes(
        $"{method} {Target(method, target)} HTTP/1.1\r\nHost: {server.Endpoint.Authority}\r\nUser-Agent: claviger-bench\r\n\r\n");

    private string Target(string method, string target)
    {
        var headers = new HeaderList();
        headers.Add("Host", server.Endpoint.Authority);
        return _signer.Presign(method, target, headers, default, TimeProvider.System.GetUtcNow(), Lifetime);
    }
}
