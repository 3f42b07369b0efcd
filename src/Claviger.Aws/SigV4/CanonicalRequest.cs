namespace Claviger.Aws;

/// <summary>A request in the one form that both sides of a signature hash.</summary>
internal static class CanonicalRequest
{
    // A server takes 100 headers, so that a longer list names some that aren't there.
    private const int MaxSignedHeaders = 128;

    /// <summary>Writes the canonical request of a signature.</summary>
    /// <returns>What is wrong with the request; null if nothing is.</returns>
    public static AwsError? Write(ref ByteWriter output, in SignedRequest request, in SigV4Authorization authorization, SigningRules rules)
    {
        output.WriteWire(request.Method);
        output.Write((byte)'\n');
        if (rules.ForObjects)
        {
            CanonicalPath.WriteObjectKey(ref output, request.Path);
        }
        else
        {
            CanonicalPath.WriteNormalized(ref output, request.Path);
        }

        output.Write((byte)'\n');
        CanonicalQuery.Write(ref output, request.Query, authorization.IsPresigned ? AuthorizationPart.QuerySignature : default);
        output.Write((byte)'\n');
        if (WriteHeaders(ref output, in request, authorization.SignedHeaders, rules) is { } error)
        {
            return error;
        }

        return PayloadHash.Write(ref output, in request, authorization.IsPresigned, rules);
    }

    private static AwsError? WriteHeaders(ref ByteWriter output, in SignedRequest request, ReadOnlySpan<char> signed, SigningRules rules)
    {
        Span<char> lower = signed.Length <= 1024 ? stackalloc char[signed.Length] : new char[signed.Length];
        signed.ToLowerInvariant(lower);
        Span<Range> ranges = stackalloc Range[MaxSignedHeaders + 1];
        var count = ((ReadOnlySpan<char>)lower).Split(ranges, ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (count > MaxSignedHeaders)
        {
            return rules.Errors.SignedHeaderMissing(lower[ranges[MaxSignedHeaders]].ToString());
        }

        var names = ranges[..count];
        Sort(lower, names);
        foreach (var name in names)
        {
            var text = HeaderNames.Of(lower[name]);
            var values = request.Headers[text];
            if (values.Count == 0)
            {
                return rules.Errors.SignedHeaderMissing(text);
            }

            CanonicalHeader.Write(ref output, text, values);
        }

        output.Write((byte)'\n');
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0)
            {
                output.Write((byte)';');
            }

            output.WriteWire(lower[names[i]]);
        }

        output.Write((byte)'\n');
        return rules.ForObjects ? FindUnsigned(request.Headers, lower, names, rules) : null;
    }

    // Clients send the names in order; few enough of them that insertion does for the others.
    private static void Sort(ReadOnlySpan<char> text, Span<Range> names)
    {
        for (var i = 1; i < names.Length; i++)
        {
            for (var j = i; j > 0 && text[names[j - 1]].SequenceCompareTo(text[names[j]]) > 0; j--)
            {
                (names[j - 1], names[j]) = (names[j], names[j - 1]);
            }
        }
    }

    private static AwsError? FindUnsigned(IRequestHeaders headers, ReadOnlySpan<char> text, ReadOnlySpan<Range> signed, SigningRules rules)
    {
        List<string>? missing = null;
        foreach (var header in headers.Names)
        {
            if (header.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !Contains(text, signed, header))
            {
                (missing ??= []).Add(header.ToLowerInvariant());
            }
        }

        return missing is null ? null : rules.Errors.HeadersNotSigned(missing);
    }

    private static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<Range> signed, string header)
    {
        foreach (var name in signed)
        {
            if (text[name].Equals(header, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
