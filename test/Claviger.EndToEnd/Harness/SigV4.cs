using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>AWS Signature Version 4 as a client makes it, written apart from the server's so that one can be wrong without the other.</summary>
internal static class SigV4
{
    private const string Region = "us-east-1";

    /// <summary>The request with X-Amz-Date, the session token where there is one, and Authorization.</summary>
    public static RawRequest Sign(RawRequest request, AwsCredentials credentials, string service, DateTimeOffset at)
    {
        request = request.With("X-Amz-Date", Time(at));
        request = credentials.SessionToken is { } token ? request.With("X-Amz-Security-Token", token) : request;
        var names = SignedNames(request);
        var signature = Signature(request, names, PayloadHash(request), credentials, service, at);
        return request.With(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={credentials.AccessKeyId}/{Scope(service, at)}, SignedHeaders={names}, Signature={signature}");
    }

    /// <summary>The request with the signature in its query.</summary>
    public static RawRequest Presign(RawRequest request, AwsCredentials credentials, string service, DateTimeOffset at, int expires)
    {
        var names = SignedNames(request);
        var query = new StringBuilder(request.Target)
            .Append(request.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?')
            .Append("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=")
            .Append(Uri.EscapeDataString($"{credentials.AccessKeyId}/{Scope(service, at)}"))
            .Append("&X-Amz-Date=").Append(Time(at))
            .Append(CultureInfo.InvariantCulture, $"&X-Amz-Expires={expires}&X-Amz-SignedHeaders=")
            .Append(Uri.EscapeDataString(names));
        if (credentials.SessionToken is { } token)
        {
            query.Append("&X-Amz-Security-Token=").Append(Uri.EscapeDataString(token));
        }

        request = request with { Target = query.ToString() };
        // S3's presigned requests leave the body unsigned.
        var signature = Signature(request, names, service == "s3" ? "UNSIGNED-PAYLOAD" : Hash(request.Body), credentials, service, at);
        return request with { Target = $"{request.Target}&X-Amz-Signature={signature}" };
    }

    private static string Signature(RawRequest request, string names, string bodyHash, AwsCredentials credentials, string service, DateTimeOffset at)
    {
        var parts = request.Target.Split('?', 2);
        var query = parts.Length == 1
            ? ""
            : string.Join('&', parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=")
                .Order(StringComparer.Ordinal));
        var headers = string.Concat(names.Split(';').Select(name => $"{name}:{request.Header(name)!.Trim()}\n"));
        var canonical = $"{request.Method}\n{parts[0]}\n{query}\n{headers}\n{names}\n{bodyHash}";
        var toSign = $"AWS4-HMAC-SHA256\n{Time(at)}\n{Scope(service, at)}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretAccessKey);
        foreach (var part in Scope(service, at).Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string SignedNames(RawRequest request) => string.Join(
        ';',
        request.Headers.Select(header => header.Name.ToLowerInvariant())
            .Where(name => name is not ("content-length" or "connection" or "transfer-encoding"))
            .Distinct()
            .Order(StringComparer.Ordinal));

    private static string Scope(string service, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyyMMdd}/{Region}/{service}/aws4_request");

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // S3's clients say what they hash, or that they don't.
    private static string PayloadHash(RawRequest request) => request.Header("x-amz-content-sha256") ?? Hash(request.Body);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
