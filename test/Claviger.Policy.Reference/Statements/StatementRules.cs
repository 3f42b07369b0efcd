namespace Claviger.Policy.Reference;

/// <summary>When a statement applies (1.2): principal, action, resource and every condition.</summary>
internal static class StatementRules
{
    public static Strength AppliesAt(Statement statement, StatementQuestion question)
    {
        var request = question.Request;
        return CanApply(statement, question)
            && ActionRules.Match(statement.Action!, request.Action)
            && ResourceRules.Match(statement, question)
            && statement.Conditions.All(condition => ConditionRules.Holds(condition, request.Keys, statement.Variables))
                ? StrengthOf(statement, question)
                : Strength.None;
    }

    private static bool CanApply(Statement statement, StatementQuestion question)
    {
        // 1.1.4
        if (statement.Action is null || statement.Effect == Effect.None)
        {
            return false;
        }

        // Without a rule of its own: a Deny that lacks its Resource denies wherever its action is asked for.
        if (statement.IsDeny)
        {
            return true;
        }

        // 1.1.5, 1.1.6: what a kind requires and forbids. What is not understood never allows.
        return statement.Understood
            && (statement.Principal is not null) == HasPrincipals(question.Kind)
            && (statement.Resource is not null || question.Kind is ReferenceKind.Resource or ReferenceKind.Endpoint)
            && !(question.Kind == ReferenceKind.Resource && question.Request.AssumesRole && statement.Principal!.Not);
    }

    // 1.2: principals are asked for in resource-type policies only.
    private static bool HasPrincipals(ReferenceKind kind) => kind is ReferenceKind.Resource or ReferenceKind.Endpoint or ReferenceKind.Rcp;

    private static Strength StrengthOf(Statement statement, StatementQuestion question)
    {
        if (!HasPrincipals(question.Kind))
        {
            return Strength.Direct;
        }

        if (statement.Principal is null)
        {
            // 1.1.6: in a resource policy it never applies; elsewhere only a Deny comes here.
            return question.Kind == ReferenceKind.Resource ? Strength.None : Strength.Direct;
        }

        return PrincipalRules.StrengthOf(statement.Principal, statement.IsDeny, question);
    }
}
