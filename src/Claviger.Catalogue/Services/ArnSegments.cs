namespace Claviger.Catalogue;

/// <summary>An ARN, or a pattern or form of one, split at its first five colons; the last segment keeps all further ones.</summary>
internal sealed record ArnSegments(string Partition, string Service, string Region, string Account, string Resource)
{
    public const string Prefix = "arn:";
    public const int Count = 6;

    /// <summary>Whether a policy variable begins before the last segment. It is not replaced there, and its colons shift the segments.</summary>
    public bool HasVariableBeforeResource =>
        Partition.Contains('$', StringComparison.Ordinal) || Service.Contains('$', StringComparison.Ordinal)
        || Region.Contains('$', StringComparison.Ordinal) || Account.Contains('$', StringComparison.Ordinal);

    /// <returns>Null if the text does not begin with <c>arn:</c> or has too few segments.</returns>
    public static ArnSegments? Parse(string text)
    {
        var segments = text.Split(':', Count);
        return text.StartsWith(Prefix, StringComparison.Ordinal) && segments.Length == Count
            ? new ArnSegments(segments[1], segments[2], segments[3], segments[4], segments[5])
            : null;
    }
}
