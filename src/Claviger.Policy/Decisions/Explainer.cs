namespace Claviger.Policy;

/// <summary>Looks at every statement of every kind, with the same matching that decides.</summary>
internal static class Explainer
{
    public static List<KindExplanation> Explain(in ApplicablePolicies policies, in RequestView request)
    {
        var kinds = new List<KindExplanation>();
        Add(kinds, policies.ServiceControl, request);
        Add(kinds, policies.ResourceControl, request);
        Add(kinds, policies.Endpoint, 0, request);
        Add(kinds, policies.Resource, 0, request);
        Add(kinds, policies.Identity, 0, request);
        Add(kinds, policies.Boundary, 0, request);
        Add(kinds, policies.Session, 0, request);
        return kinds;
    }

    private static void Add(List<KindExplanation> kinds, IReadOnlyList<PolicySet>? levels, in RequestView request)
    {
        for (var i = 0; i < levels?.Count; i++)
        {
            Add(kinds, levels[i], i, request);
        }
    }

    private static void Add(List<KindExplanation> kinds, PolicySet? set, int level, in RequestView request)
    {
        if (set is null)
        {
            return;
        }

        var statements = new List<StatementExplanation>();
        foreach (var source in set.Sources)
        {
            foreach (var statement in PolicySet.StatementsOf(source, set.Kind))
            {
                statements.Add(Explain(set.Kind, source, statement, request));
            }
        }

        var verdict = statements.Exists(s => s.Applies && s.IsDeny) ? Verdict.ExplicitlyDenied
            : statements.Exists(s => s.Applies) ? Verdict.Allowed
            : Verdict.ImplicitlyDenied;
        kinds.Add(new KindExplanation(set.Kind, level, verdict, statements));
    }

    private static StatementExplanation Explain(PolicyKind kind, PolicySource source, Statement statement, in RequestView request)
    {
        var compiled = SetStatement.From(kind, source, statement);
        var strength = compiled?.NamedBy(request) ?? GrantStrength.None;
        var conditions = new List<ConditionExplanation>();
        StatementOutcome outcome;
        if (compiled is null)
        {
            outcome = StatementOutcome.CannotApply;
        }
        else if (!compiled.Actions.IsMatch(request.Action))
        {
            outcome = StatementOutcome.ActionDiffers;
        }
        else if (!compiled.CoversResource(request))
        {
            outcome = StatementOutcome.ResourceDiffers;
        }
        else if (strength == GrantStrength.None)
        {
            outcome = StatementOutcome.PrincipalDiffers;
        }
        else
        {
            foreach (var condition in statement.Conditions)
            {
                var text = condition.Text;
                conditions.Add(new ConditionExplanation(
                    text.Operator, text.Key, text.Values, request.Context.Get(condition.Key), condition.Holds(request.Context)));
            }

            outcome = conditions.TrueForAll(c => c.Holds) ? StatementOutcome.Applies : StatementOutcome.ConditionFails;
        }

        return new StatementExplanation(
            source, statement.Index, statement.Sid, statement.Effect == StatementEffect.Deny, outcome, strength, conditions);
    }
}
