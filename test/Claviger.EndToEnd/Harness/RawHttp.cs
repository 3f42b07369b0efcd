using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>HTTP without a client library between: what is sent is what the test wrote, header for header.</summary>
public sealed class RawHttp(Uri endpoint, AwsCredentials? credentials)
{
    /// <summary>Signs the request with the caller's key.</summary>
    /// <param name="request">What to sign; all of its headers are signed.</param>
    /// <param name="service">The service of the scope.</param>
    /// <param name="at">The time of signing; now where it is not given.</param>
    public RawRequest Sign(RawRequest request, string service = "iam", DateTimeOffset? at = null) =>
        SigV4.Sign(Complete(request), credentials ?? throw new InvalidOperationException("Nobody's key can't sign."), service, at ?? TimeProvider.System.GetUtcNow());

    /// <summary>Presigns the request with the caller's key: the signature goes into the query.</summary>
    public RawRequest Presign(RawRequest request, string service = "iam", DateTimeOffset? at = null, int expires = 900) =>
        SigV4.Presign(
            Complete(request), credentials ?? throw new InvalidOperationException("Nobody's key can't sign."), service, at ?? TimeProvider.System.GetUtcNow(), expires);

    /// <summary>Signs a form of the query protocol and sends it.</summary>
    public Task<RawAnswer> FormAsync(string form, string service = "iam") => SendAsync(Sign(RawRequest.Form(form), service));

    /// <summary>Sends the request as it is, but for Host, Content-Length and Connection where it has none.</summary>
    public async Task<RawAnswer> SendAsync(RawRequest request)
    {
        request = Complete(request);
        request = request.Header("Connection") is null ? request.With("Connection", "close") : request;
        var head = new StringBuilder().Append(request.Method).Append(' ').Append(request.Target).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in request.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Host, endpoint.Port);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
            await stream.WriteAsync(request.Body);
        }
        catch (IOException)
        {
            // A server that refuses by the head may close before it has the whole body; its answer is there all the same.
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException) when (answer.Length > 0)
        {
            // The server has answered, and then broken off a connection whose request never came to its end.
        }

        return Read(answer.ToArray());
    }

    private RawRequest Complete(RawRequest request)
    {
        request = request.Header("Host") is null ? request.With("Host", endpoint.Authority) : request;
        return request.Body.Length > 0 && request.Header("Content-Length") is null && request.Header("Transfer-Encoding") is null
            ? request.With("Content-Length", request.Body.Length.ToString(CultureInfo.InvariantCulture))
            : request;
    }

    private static RawAnswer Read(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        Assert.True(end > 0, $"The answer has no head: {Encoding.UTF8.GetString(bytes)}");
        var lines = Encoding.UTF8.GetString(bytes[..end]).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts.ElementAtOrDefault(1) ?? "")).ToList();
        var body = bytes[(end + 4)..];
        var chunked = headers.Exists(header => header.Item1.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase));
        return new RawAnswer(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, Encoding.UTF8.GetString(chunked ? Unchunk(body) : body));
    }

    private static byte[] Unchunk(ReadOnlySpan<byte> body)
    {
        var whole = new List<byte>();
        while (true)
        {
            var line = body.IndexOf("\r\n"u8);
            var length = int.Parse(body[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return [.. whole];
            }

            whole.AddRange(body.Slice(line + 2, length));
            body = body[(line + 2 + length + 2)..];
        }
    }
}
