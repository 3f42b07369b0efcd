namespace Claviger.Store;

/// <summary>Which keys a listing shows, in the order of their bytes, and how it rolls them up.</summary>
public sealed record KeyRange
{
    /// <summary>What the keys begin with; empty for all.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Keys that are equal up to this text, looked for after the prefix, are shown as one; null or empty to show each.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Only what comes after this: a key, or a prefix that was shown for several keys. Null to begin at the first.</summary>
    public string? After { get; init; }

    /// <summary>At most this many, keys and common prefixes together.</summary>
    public required int Limit { get; init; }

    /// <summary>The bytes at which the range begins.</summary>
    internal byte[] Start
    {
        get
        {
            var prefix = Objects.Bytes(Prefix);
            if (After is null)
            {
                return prefix;
            }

            // What was rolled up to something before the marker has been shown already.
            var after = GroupOf(After) is { } group ? Successor(group) : [.. Objects.Bytes(After), 0];
            return after.AsSpan().SequenceCompareTo(prefix) > 0 ? after : prefix;
        }
    }

    /// <summary>The bytes before which the range ends. No UTF-8 has a byte of all ones.</summary>
    internal byte[] End => Prefix.Length == 0 ? [byte.MaxValue] : Successor(Prefix);

    /// <summary>The first bytes after all that begin with a text that is not empty.</summary>
    internal static byte[] Successor(string text)
    {
        var bytes = Objects.Bytes(text);
        bytes[^1]++;
        return bytes;
    }

    internal bool IsWithin(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What a key is rolled up to; null if it is shown itself.</summary>
    internal string? GroupOf(string key)
    {
        if (string.IsNullOrEmpty(Delimiter) || !IsWithin(key))
        {
            return null;
        }

        var found = key.IndexOf(Delimiter, Prefix.Length, StringComparison.Ordinal);
        return found < 0 ? null : key[..(found + Delimiter.Length)];
    }
}
