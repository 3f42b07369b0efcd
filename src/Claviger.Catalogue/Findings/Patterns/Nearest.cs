namespace Claviger.Catalogue;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
internal static class Nearest
{
    /// <summary>The nearest of <paramref name="words"/> without regard to case, or null if none is near.</summary>
    public static string? To(string word, IEnumerable<string> words)
    {
        string? nearest = null;
        var best = Math.Max(1, Math.Min(4, word.Length / 4)) + 1;
        foreach (var candidate in words)
        {
            if (Math.Abs(candidate.Length - word.Length) < best && Distance(word, candidate) is var distance && distance < best)
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>" Did you mean x?", or nothing if no word is near.</summary>
    public static string Question(string word, IEnumerable<string> words) => To(word, words) is { } nearest ? $" Did you mean {nearest}?" : "";

    // Optimal string alignment: insertions, deletions, replacements, and exchanges of neighbours, one each.
    private static int Distance(string a, string b)
    {
        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
