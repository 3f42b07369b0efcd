namespace Claviger.Policy.Reference;

/// <summary>The ARN operators (6.7).</summary>
internal static class ArnText
{
    public static Comparison Compare(IReadOnlyList<Mark> policy, string request)
    {
        var pattern = Split(policy);
        var asked = request.Split(':', 6);
        if (pattern.Count != 6 || asked.Length != 6 || asked[0] != "arn" || !pattern[0].SequenceEqual(Glob.Pattern("arn")))
        {
            return Comparison.Malformed;
        }

        return Enumerable.Range(1, 5).All(i => Glob.Matches(pattern[i], asked[i])) ? Comparison.Equal : Comparison.Different;
    }

    // At the first five colons, after substitution.
    private static List<List<Mark>> Split(IReadOnlyList<Mark> marks)
    {
        List<List<Mark>> parts = [[]];
        foreach (var mark in marks)
        {
            if (mark.Character.Value == ':' && parts.Count < 6)
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(mark);
            }
        }

        return parts;
    }
}
