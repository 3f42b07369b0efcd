namespace Claviger.Policy.Reference;

/// <summary>The wildcards: <c>*</c> for any run of characters, <c>?</c> for exactly one (2.3, 6.1).</summary>
internal static class Glob
{
    public static IReadOnlyList<Mark> Pattern(string text) => [.. text.EnumerateRunes().Select(c => new Mark(c, c.Value is '*' or '?'))];

    public static IReadOnlyList<Mark> Literal(string text) => [.. text.EnumerateRunes().Select(c => new Mark(c, false))];

    // reached[t] says that the marks so far match the first t characters of the text.
    public static bool Matches(IReadOnlyList<Mark> pattern, string text)
    {
        var characters = text.EnumerateRunes().ToArray();
        var reached = new bool[characters.Length + 1];
        reached[0] = true;
        foreach (var mark in pattern)
        {
            var next = new bool[characters.Length + 1];
            for (var t = 0; t <= characters.Length; t++)
            {
                var star = mark.IsWildcard && mark.Character.Value == '*';
                var one = t > 0 && (mark.IsWildcard || mark.Character == characters[t - 1]);
                next[t] = star ? reached[t] || (t > 0 && next[t - 1]) : one && reached[t - 1];
            }

            reached = next;
        }

        return reached[characters.Length];
    }
}
