namespace Claviger.Policy;

/// <summary>One entry of Action or NotAction. Matching is without regard to ASCII case; variables have no meaning here.</summary>
internal sealed class ActionPattern
{
    private readonly TextPattern? _pattern;

    public ActionPattern(string text)
    {
        Text = text;
        if (text == "*")
        {
            MatchesAll = true;
            return;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = text.AsSpan(colon + 1);
        if (colon < 0 || name.IsEmpty || name.Contains(':') || ContainsWhiteSpace(name))
        {
            return;
        }

        var service = text.AsSpan(0, colon);
        if (service.ContainsAny('*', '?') && !UncertainChoices.ActionPrefixMayHoldWildcards)
        {
            return;
        }

        Lower = AsciiLower.Of(text);
        ServiceLength = service.ContainsAny('*', '?') ? 0 : colon;
        _pattern = TextPattern.Compile(Lower, wildcards: true, variables: false);
    }

    public string Text { get; }

    /// <summary>The bare asterisk.</summary>
    public bool MatchesAll { get; }

    /// <summary>The pattern in lower case; empty if it can match nothing, or everything.</summary>
    public string Lower { get; } = "";

    /// <summary>The length of the service prefix; 0 where that holds wildcards, or is missing.</summary>
    public int ServiceLength { get; }

    /// <summary>Whether it is neither the bare asterisk nor able to match anything.</summary>
    public bool MatchesNothing => !MatchesAll && _pattern is null;

    /// <summary>Whether only one action fits.</summary>
    public bool IsExact => _pattern is { IsLiteral: true };

    /// <summary>Whether it covers an action, given in lower case.</summary>
    public bool IsMatch(ReadOnlySpan<char> lowerAction) => MatchesAll || (_pattern is not null && _pattern.IsMatch(lowerAction, EmptyContext.Instance));

    private static bool ContainsWhiteSpace(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }
}
