using System.Text;

namespace Claviger.Aws;

/// <summary>Recognises Signature Version 2, so that it is refused by its name.</summary>
internal static class LegacySignature
{
    private const string KeyParameter = "AWSAccessKeyId=";
    private const string MethodParameter = "SignatureMethod=";
    private const string OldestMethod = "HmacSHA1";

    /// <summary>The algorithm that a request without any other signature was signed with; null if it wasn't.</summary>
    public static string? AlgorithmOf(in SignedRequest request)
    {
        if (MethodIn(request.Query) is { } inQuery)
        {
            return inQuery;
        }

        return request.Body.Span.IndexOf("AWSAccessKeyId="u8) < 0 ? null : MethodIn(Encoding.Latin1.GetString(request.Body.Span));
    }

    private static string? MethodIn(ReadOnlySpan<char> parameters)
    {
        var signed = false;
        var method = OldestMethod;
        foreach (var range in parameters.Split('&'))
        {
            var pair = parameters[range];
            if (pair.StartsWith(KeyParameter, StringComparison.Ordinal))
            {
                signed = true;
            }
            else if (pair.StartsWith(MethodParameter, StringComparison.Ordinal))
            {
                method = UriEncoding.Decode(pair[MethodParameter.Length..]);
            }
        }

        return signed ? method : null;
    }
}
