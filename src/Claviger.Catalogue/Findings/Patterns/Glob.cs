namespace Claviger.Catalogue;

/// <summary>Questions about patterns in which <c>*</c> stands for any run of characters and <c>?</c> for one.</summary>
internal static class Glob
{
    private const int OnStack = 256;

    public static bool HasWildcard(ReadOnlySpan<char> text) => text.ContainsAny('*', '?');

    /// <summary>
    /// Whether everything that <paramref name="part"/> matches, <paramref name="whole"/> matches too. It never says so wrongly; of patterns in
    /// which wildcards touch it may fail to see it.
    /// </summary>
    public static bool Covers(ReadOnlySpan<char> whole, ReadOnlySpan<char> part, bool ignoreCase)
    {
        var (w, p, star, resume) = (0, 0, -1, 0);
        while (p < part.Length)
        {
            if (w < whole.Length && whole[w] == '*')
            {
                (star, resume) = (w++, p);
            }
            else if (w < whole.Length && part[p] != '*' && (whole[w] == '?' || Same(whole[w], part[p], ignoreCase)))
            {
                (w, p) = (w + 1, p + 1);
            }
            else if (star >= 0)
            {
                (w, p) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return whole[w..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Whether some text is matched by both.</summary>
    public static bool Overlaps(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool ignoreCase)
    {
        // What both begin with before any wildcard decides most cases.
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] is not ('*' or '?') && b[start] is not ('*' or '?'))
        {
            if (!Same(a[start], b[start], ignoreCase))
            {
                return false;
            }

            start++;
        }

        return OverlapsFrom(a[start..], b[start..], ignoreCase);
    }

    private static bool OverlapsFrom(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool ignoreCase)
    {
        if (a is "*" || b is "*" || (a.IsEmpty && b.IsEmpty))
        {
            return true;
        }

        // previous[j]: the first i characters of a and the first j of b can match the same text.
        Span<bool> previous = b.Length < OnStack ? stackalloc bool[b.Length + 1] : new bool[b.Length + 1];
        Span<bool> current = b.Length < OnStack ? stackalloc bool[b.Length + 1] : new bool[b.Length + 1];
        previous[0] = true;
        for (var j = 1; j <= b.Length && b[j - 1] == '*'; j++)
        {
            previous[j] = true;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] && a[i - 1] == '*';
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = a[i - 1] == '*' || b[j - 1] == '*'
                    ? previous[j] || current[j - 1]
                    : previous[j - 1] && (a[i - 1] == '?' || b[j - 1] == '?' || Same(a[i - 1], b[j - 1], ignoreCase));
            }

            var next = previous;
            previous = current;
            current = next;
        }

        return previous[b.Length];
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToLowerInvariant(a) == char.ToLowerInvariant(b));
}
