namespace Claviger.Server;

/// <summary>The known name that somebody most likely meant.</summary>
internal static class NearestName
{
    /// <summary><c> Did you mean …?</c> with the nearest of the known names; nothing where none is known.</summary>
    public static string Suggest(string wrong, IEnumerable<string> known) =>
        known.MinBy(name => Distance(wrong, name)) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    // Levenshtein, one row at a time.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = diagonal + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
