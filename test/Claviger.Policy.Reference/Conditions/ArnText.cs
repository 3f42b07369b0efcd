namespace Claviger.Policy.Reference;

/// <summary>The ARN operators (6.7).</summary>
internal static class ArnText
{
    public static bool IsArn(string text) => text.Split(':', 6) is ["arn", _, _, _, _, _];

    public static Comparison Compare(IReadOnlyList<Mark> policy, string request)
    {
        var pattern = Split(policy);
        var asked = request.Split(':', 6);
        if (pattern.Count != 6 || !IsArn(request) || !pattern[0].SequenceEqual(Glob.Pattern("arn")))
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
