namespace Claviger.Aws;

/// <summary>Finds the parts of a signature in the query of a presigned request.</summary>
internal static class PresignedQuery
{
    /// <summary>Whether a query holds a signature of this kind, whole or not.</summary>
    public static bool IsIn(ReadOnlySpan<char> query)
    {
        if (!query.Contains("X-Amz-", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var range in query.Split('&'))
        {
            if (NameOf(query[range]) is AuthorizationPart.QueryAlgorithm or AuthorizationPart.QueryCredential or AuthorizationPart.QuerySignature)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the query apart; of two parameters alike the first counts.</summary>
    public static AwsError? Read(in SignedRequest request, SigningRules rules, ref RawAuthorization found)
    {
        found.IsPresigned = true;
        var query = request.Query;
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.StartsWith("X-Amz-", StringComparison.Ordinal))
            {
                var name = NameOf(pair);
                Assign(name, pair[Math.Min(name.Length + 1, pair.Length)..], ref found);
            }
        }

        found.SecurityToken ??= request.Headers[AuthorizationPart.SecurityTokenHeader].Single;
        var incomplete = found.Algorithm.IsEmpty || found.Credential.IsEmpty || found.Signature.IsEmpty || found.SignedHeaders.IsEmpty
            || found.Date.IsEmpty || (rules.ForObjects && found.Expires is null);
        return incomplete ? rules.Errors.QueryIncomplete(Missing(in found)) : null;
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> pair)
    {
        var equals = pair.IndexOf('=');
        return equals < 0 ? pair : pair[..equals];
    }

    private static void Assign(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ref RawAuthorization found)
    {
        switch (name)
        {
            case AuthorizationPart.QueryAlgorithm when found.Algorithm.IsEmpty:
                found.Algorithm = UriEncoding.Decode(value);
                break;
            case AuthorizationPart.QueryCredential when found.Credential.IsEmpty:
                found.Credential = UriEncoding.Decode(value);
                break;
            case AuthorizationPart.QuerySignature when found.Signature.IsEmpty:
                found.Signature = UriEncoding.Decode(value);
                break;
            case AuthorizationPart.QuerySignedHeaders when found.SignedHeaders.IsEmpty:
                found.SignedHeaders = UriEncoding.Decode(value);
                break;
            case AuthorizationPart.QueryDate when found.Date.IsEmpty:
                found.Date = UriEncoding.Decode(value);
                break;
            case AuthorizationPart.QueryExpires:
                found.Expires ??= UriEncoding.Decode(value);
                break;
            case AuthorizationPart.QuerySecurityToken:
                found.SecurityToken ??= UriEncoding.Decode(value);
                break;
            default:
                break;
        }
    }

    private static List<string> Missing(in RawAuthorization found)
    {
        var missing = new List<string>();
        Note(missing, found.Algorithm, AuthorizationPart.QueryAlgorithm);
        Note(missing, found.Credential, AuthorizationPart.QueryCredential);
        Note(missing, found.Signature, AuthorizationPart.QuerySignature);
        Note(missing, found.SignedHeaders, AuthorizationPart.QuerySignedHeaders);
        Note(missing, found.Date, AuthorizationPart.QueryDate);
        return missing;
    }

    private static void Note(List<string> missing, ReadOnlySpan<char> value, string name)
    {
        if (value.IsEmpty)
        {
            missing.Add(name);
        }
    }
}
