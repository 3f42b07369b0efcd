namespace Claviger.Policy.Reference;

/// <summary>Resource and NotResource (section 3).</summary>
internal static class ResourceRules
{
    private enum Answer
    {
        Matches,
        Differs,

        // 3.5: matches nothing, and under NotResource the statement does not apply.
        Void,
    }

    public static bool Match(Statement statement, StatementQuestion question)
    {
        if (statement.Resource is null)
        {
            // 1.1.5: the resource to which the policy is attached. Where the element is required only a Deny comes here.
            return true;
        }

        // 3.5
        var answers = statement.Resource.Entries.Select(pattern => Ask(pattern, statement.Variables, question)).ToList();
        return statement.Resource.Not
            ? answers.All(answer => answer == Answer.Differs)
            : answers.Contains(Answer.Matches);
    }

    private static Answer Ask(string pattern, bool variables, StatementQuestion question)
    {
        // 3.3 step 1
        if (pattern == "*")
        {
            return Answer.Matches;
        }

        // 3.2
        var parts = pattern.Split(':', 6).ToList();

        // 3.3 step 3 and 3.4
        if (parts.Count < 6)
        {
            var any = pattern.Contains('*', StringComparison.Ordinal);
            switch (question.Kind)
            {
                case ReferenceKind.Resource or ReferenceKind.Endpoint when !any:
                    return Answer.Differs; // 3.5: excludes nothing
                case ReferenceKind.Scp when !parts[^1].EndsWith('*'):
                case ReferenceKind.Rcp:
                    return Answer.Void; // 3.5
                default:
                    parts.AddRange(Enumerable.Repeat("*", 6 - parts.Count));
                    break;
            }
        }

        // 3.3 step 5, 7.2: variables in the sixth segment only. 7.6, 3.5: one without a value voids the pattern.
        var last = Variables.Substitute(parts[5], variables, question.Request.Keys);
        if (last is null)
        {
            return Answer.Void;
        }

        // 3.3 step 2, and a request's resource that is no ARN
        var asked = question.Request.Resource.Split(':', 6);
        if (asked.Length < 6)
        {
            return Answer.Differs;
        }

        // 3.3 steps 4 and 6. 14, points 7 and 8, speak of the first five segments, so that the first is no exception.
        var same = Enumerable.Range(0, 5).All(i => Glob.Matches(Glob.Pattern(AsciiLower(parts[i])), AsciiLower(asked[i])));
        return same && Glob.Matches(last, asked[5]) ? Answer.Matches : Answer.Differs;
    }

    private static string AsciiLower(string text) => new([.. text.Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)]);
}
