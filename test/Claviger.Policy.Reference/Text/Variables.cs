namespace Claviger.Policy.Reference;

/// <summary>Policy variables (section 7).</summary>
internal static class Variables
{
    // Answers the pattern with every variable replaced, or null where one has no value (7.4).
    public static IReadOnlyList<Mark>? Substitute(string text, bool recognised, RequestKeys keys)
    {
        // 7.1, 1.1.10
        if (!recognised)
        {
            return Glob.Pattern(text);
        }

        var marks = new List<Mark>();
        var at = 0;
        while (true)
        {
            var open = text.IndexOf("${", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                // 7.10: without an end it is literal text.
                marks.AddRange(Glob.Pattern(text[at..]));
                return marks;
            }

            marks.AddRange(Glob.Pattern(text[at..open]));
            if (ValueOf(text[(open + 2)..close], keys) is not { } value)
            {
                return null;
            }

            marks.AddRange(Glob.Literal(value)); // 7.7
            at = close + 1;
        }
    }

    private static string? ValueOf(string inside, RequestKeys keys)
    {
        // 7.8
        if (inside is "*" or "?" or "$")
        {
            return inside;
        }

        // 7.9
        var comma = inside.IndexOf(',', StringComparison.Ordinal);
        var name = (comma < 0 ? inside : inside[..comma]).Trim();
        string? otherwise = null;
        if (comma >= 0)
        {
            var rest = inside[(comma + 1)..];
            if (rest.Length < 3 || !rest.StartsWith(" '", StringComparison.Ordinal) || !rest.EndsWith('\''))
            {
                return null;
            }

            otherwise = rest[2..^1];
        }

        // 7.10
        if (name.Length == 0)
        {
            return null;
        }

        // 7.3, 7.4
        return keys.Find(name) is { IsList: false } key && key.Values[0].Length > 0 ? key.Values[0] : otherwise;
    }
}
