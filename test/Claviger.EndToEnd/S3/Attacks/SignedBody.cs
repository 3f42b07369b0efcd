using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>A put whose body is signed in chunks, made by hand so that it can be forged.</summary>
internal static class SignedBody
{
    /// <summary>The request, signed, with a chunk for each text and the chunk that ends the body.</summary>
    public static RawRequest Put(RawHttp http, AwsCredentials who, string target, params string[] chunks)
    {
        var at = TimeProvider.System.GetUtcNow();
        var length = chunks.Sum(chunk => chunk.Length);
        var request = http.Sign(
            new RawRequest
            {
                Method = "PUT",
                Target = target,
                Headers =
                [
                    ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
                    ("x-amz-decoded-content-length", length.ToString(CultureInfo.InvariantCulture)), ("Content-Encoding", "aws-chunked"),
                ],
            },
            "s3",
            at);
        var previous = request.Header("Authorization")!.Split("Signature=")[1];
        var body = new StringBuilder();
        foreach (var chunk in chunks.Append(""))
        {
            previous = Signature(who, at, previous, chunk);
            body.Append(CultureInfo.InvariantCulture, $"{chunk.Length:x};chunk-signature={previous}\r\n{chunk}\r\n");
        }

        return request with { Body = Encoding.ASCII.GetBytes(body.ToString()) };
    }

    /// <summary>The same with the text of its body changed.</summary>
    public static RawRequest Changed(this RawRequest request, Func<string, string> change) =>
        request with { Body = Encoding.ASCII.GetBytes(change(Encoding.ASCII.GetString(request.Body))) };

    private static string Signature(AwsCredentials who, DateTimeOffset at, string previous, string chunk)
    {
        var day = at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var key = Encoding.UTF8.GetBytes("AWS4" + who.SecretAccessKey);
        foreach (var part in new[] { day, "us-east-1", "s3", "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var toSign = $"AWS4-HMAC-SHA256-PAYLOAD\n{time}\n{day}/us-east-1/s3/aws4_request\n{previous}\n{Hash("")}\n{Hash(chunk)}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
