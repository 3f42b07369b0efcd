namespace Claviger.Policy;

/// <summary>Globs over ARNs: a wildcard stays in its segment, but for the last, which holds all further colons. Case counts.</summary>
internal static class ArnGlob
{
    private const int Colons = 5;

    /// <summary>Whether a text has six segments of which the first is <c>arn</c>.</summary>
    public static bool IsArn(ReadOnlySpan<char> text) => text.StartsWith("arn:") && HasSixSegments(text);

    /// <summary>Holds an ARN against a pattern, which must be an ARN too.</summary>
    public static Comparison Compare(ReadOnlySpan<char> pattern, ReadOnlySpan<byte> units, ReadOnlySpan<char> arn)
    {
        if (!IsArn(pattern))
        {
            return Comparison.Malformed;
        }

        for (var i = 0; i < Colons; i++)
        {
            var inPattern = pattern.IndexOf(':');
            var inArn = arn.IndexOf(':');
            if (!Glob.IsMatch(pattern[..inPattern], Upto(units, inPattern), arn[..inArn]))
            {
                return Comparison.Differs;
            }

            pattern = pattern[(inPattern + 1)..];
            units = units.IsEmpty ? units : units[(inPattern + 1)..];
            arn = arn[(inArn + 1)..];
        }

        return Glob.IsMatch(pattern, units, arn) ? Comparison.Matches : Comparison.Differs;
    }

    private static ReadOnlySpan<byte> Upto(ReadOnlySpan<byte> units, int end) => units.IsEmpty ? units : units[..end];

    private static bool HasSixSegments(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Colons; i++)
        {
            var colon = text.IndexOf(':');
            if (colon < 0)
            {
                return false;
            }

            text = text[(colon + 1)..];
        }

        return true;
    }
}
