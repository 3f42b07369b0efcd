namespace Claviger.Aws;

/// <summary>Finds the parts of a signature in the Authorization header.</summary>
internal static class AuthorizationHeader
{
    /// <summary>Takes the header apart: the algorithm, then pairs between commas or spaces, in any order; of two alike the later counts.</summary>
    public static AwsError? Read(IRequestHeaders headers, string header, SignatureErrors errors, ref RawAuthorization found)
    {
        var text = header.AsSpan().Trim();
        if (!text.StartsWith("AWS4-", StringComparison.Ordinal))
        {
            return text.StartsWith("AWS", StringComparison.Ordinal)
                ? errors.UnsupportedAlgorithm(text[..EndOf(text)].ToString(), presigned: false)
                : errors.UnknownScheme();
        }

        found.Algorithm = text[..EndOf(text)];
        var rest = text[found.Algorithm.Length..];
        while (!(rest = rest.TrimStart(" ,\t")).IsEmpty)
        {
            var part = rest[..EndOf(rest)];
            rest = rest[part.Length..];
            var equals = part.IndexOf('=');
            if (equals < 0)
            {
                return errors.NotAPair(part.ToString(), header);
            }

            Assign(part[..equals], part[(equals + 1)..], ref found);
        }

        var date = headers[AuthorizationPart.DateHeader].Single ?? headers[AuthorizationPart.PlainDateHeader].Single;
        found.Date = date;
        found.SecurityToken = headers[AuthorizationPart.SecurityTokenHeader].Single;
        return found.Credential.IsEmpty || found.Signature.IsEmpty || found.SignedHeaders.IsEmpty || found.Date.IsEmpty
            ? errors.HeaderIncomplete(Missing(in found), header)
            : null;
    }

    private static int EndOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', ',', '\t');
        return end < 0 ? text.Length : end;
    }

    private static void Assign(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ref RawAuthorization found)
    {
        switch (name)
        {
            case AuthorizationPart.Credential:
                found.Credential = value;
                break;
            case AuthorizationPart.SignedHeaders:
                found.SignedHeaders = value;
                break;
            case AuthorizationPart.Signature:
                found.Signature = value;
                break;
            default:
                break;
        }
    }

    private static List<string> Missing(in RawAuthorization found)
    {
        var missing = new List<string>();
        Note(missing, found.Credential, AuthorizationPart.Credential);
        Note(missing, found.Signature, AuthorizationPart.Signature);
        Note(missing, found.SignedHeaders, AuthorizationPart.SignedHeaders);
        Note(missing, found.Date, AuthorizationPart.Date);
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
