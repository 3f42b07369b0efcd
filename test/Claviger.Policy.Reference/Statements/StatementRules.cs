namespace Claviger.Policy.Reference;

/// <summary>When a statement applies (1.2): principal, action, resource and every condition.</summary>
internal static class StatementRules
{
    public static Strength AppliesAt(Statement statement, StatementQuestion question)
    {
        // 1.2: principals are asked for in resource-type policies only; elsewhere there is none and everything is Direct.
        var strength = question.Kind is ReferenceKind.Resource or ReferenceKind.Endpoint or ReferenceKind.Rcp
            ? PrincipalRules.StrengthOf(statement, question)
            : Strength.Direct;
        var request = question.Request;
        return ActionRules.Match(statement.Action, request.Action)
            && ResourceRules.Match(statement, question)
            && statement.Conditions.All(condition => ConditionRules.Holds(condition, request.Keys, statement))
                ? strength
                : Strength.None;
    }
}
