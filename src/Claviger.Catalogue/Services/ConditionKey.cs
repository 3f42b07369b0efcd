namespace Claviger.Catalogue;

/// <summary>A condition key: its name or name template, and what its values are.</summary>
/// <param name="Name">The name in AWS's spelling; a part that varies is a placeholder, as in <c>aws:ResourceTag/${TagKey}</c>.</param>
/// <param name="Type">The type of one value.</param>
/// <param name="IsMultivalued">Whether a request holds a list of values (<c>ArrayOf…</c> in AWS's reference), so that a set operator is needed.</param>
public sealed record ConditionKey(string Name, ConditionKeyType Type, bool IsMultivalued)
{
    private const string PlaceholderStart = "${";

    // The longest key that AWS has is a tag's of 128 characters under a prefix.
    private const int MaxLength = 512;

    /// <summary>Whether part of the name varies.</summary>
    public bool IsTemplate { get; } = Name.Contains(PlaceholderStart, StringComparison.Ordinal);

    /// <summary>Whether <paramref name="key"/> is this key, without regard to case; a placeholder stands for one character or more.</summary>
    public bool Matches(ReadOnlySpan<char> key) => IsTemplate
        ? key.Length <= MaxLength && MatchesTemplate(Name, key)
        : key.Equals(Name, StringComparison.OrdinalIgnoreCase);

    private static bool MatchesTemplate(ReadOnlySpan<char> template, ReadOnlySpan<char> key)
    {
        var start = template.IndexOf(PlaceholderStart, StringComparison.Ordinal);
        if (start < 0)
        {
            return key.Equals(template, StringComparison.OrdinalIgnoreCase);
        }

        if (!key.StartsWith(template[..start], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = template[start..];
        rest = rest[(rest.IndexOf('}') + 1)..];
        for (var taken = start + 1; taken <= key.Length; taken++)
        {
            if (MatchesTemplate(rest, key[taken..]))
            {
                return true;
            }
        }

        return false;
    }
}
