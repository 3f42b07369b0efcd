namespace Claviger.Console;

/// <summary>What lines of a text differ from those of another, by their longest common sequence.</summary>
internal static class TextDiff
{
    /// <summary>The lines of both: <c>-</c> of the old alone, <c>+</c> of the new alone, a blank of both.</summary>
    public static IReadOnlyList<(char Kind, string Text)> Of(string? old, string text)
    {
        var (before, after) = (old?.Split('\n') ?? [], text.Split('\n'));
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        var (x, y) = (0, 0);
        while (x < before.Length || y < after.Length)
        {
            if (x < before.Length && y < after.Length && before[x] == after[y])
            {
                lines.Add((' ', before[x++]));
                y++;
            }
            else if (y >= after.Length || (x < before.Length && common[x + 1, y] >= common[x, y + 1]))
            {
                lines.Add(('-', before[x++]));
            }
            else
            {
                lines.Add(('+', after[y++]));
            }
        }

        return lines;
    }
}
