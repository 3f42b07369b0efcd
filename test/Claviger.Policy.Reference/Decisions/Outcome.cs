namespace Claviger.Policy.Reference;

/// <summary>What the policies of one kind say together (1.2, 8.2), with every strength at which an Allow applies (9.2).</summary>
internal sealed record Outcome(bool Denies, bool Allows, IReadOnlySet<Strength> Strengths)
{
    public static Outcome Of(IEnumerable<Policy> policies, StatementQuestion question)
    {
        var list = policies.ToList();

        // What is no policy at all can't limit as it was meant to, so that it limits all.
        var denies = list.Exists(policy => !policy.IsReadable) && question.Kind is not (ReferenceKind.Identity or ReferenceKind.Resource);
        var strengths = new HashSet<Strength>();
        foreach (var statement in list.SelectMany(policy => policy.Statements))
        {
            var strength = StatementRules.AppliesAt(statement, question);
            if (strength is Strength.None)
            {
                continue;
            }

            if (statement.IsDeny)
            {
                denies = true;
            }
            else
            {
                strengths.Add(strength);
            }
        }

        // 1.2: a Deny wins over any Allow.
        return new Outcome(denies, !denies && strengths.Count > 0, strengths);
    }

    // 8.2: a Deny on any level denies; every level needs an Allow; no levels allow.
    public static Outcome OfLevels(IReadOnlyList<IReadOnlyList<Policy>> levels, StatementQuestion question)
    {
        var outcomes = levels.Select(level => Of(level, question)).ToList();
        return new Outcome(outcomes.Any(o => o.Denies), outcomes.All(o => o.Allows), new HashSet<Strength>());
    }
}
