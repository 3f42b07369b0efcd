namespace Claviger.Policy.Reference;

/// <summary>Action and NotAction (section 2).</summary>
internal static class ActionRules
{
    // 2.8
    public static bool Match(Element<string> element, string action) => element.Entries.Any(pattern => Match(pattern, action)) != element.Not;

    private static bool Match(string pattern, string action)
    {
        if (pattern == "*")
        {
            return true;
        }

        // 2.1: else exactly one colon.
        var parts = pattern.Split(':');
        if (parts.Length != 2)
        {
            return false;
        }

        // 2.6
        if (parts[1].Length == 0 || parts[1].Any(char.IsWhiteSpace))
        {
            return false;
        }

        // 2.2, 2.3, 2.4, 2.7, 2.9, 2.11: globs, in any case, on both sides of the colon; all else is literal.
        var asked = action.Split(':');
        return asked.Length == 2
            && Glob.Matches(Glob.Pattern(parts[0].ToLowerInvariant()), asked[0].ToLowerInvariant())
            && Glob.Matches(Glob.Pattern(parts[1].ToLowerInvariant()), asked[1].ToLowerInvariant());
    }
}
