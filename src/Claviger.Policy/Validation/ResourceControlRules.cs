namespace Claviger.Policy;

/// <summary>What resource control policies of customers must be: Deny, for everybody, with actions named by service.</summary>
internal static class ResourceControlRules
{
    public static PolicyFault? Find(PolicyTree policy) =>
        SyntaxCheck.Find(policy)
        ?? policy.FirstInStatements(FindForbidden)
        ?? LegacyCheck.Find(policy)
        ?? SidCheck.FindDuplicate(policy, ValidationText.SidNotUnique)
        ?? ActionCheck.FindMissing(policy)
        ?? ResourceCheck.FindMalformed(policy)
        ?? ActionCheck.FindMalformed(policy)
        ?? ResourceCheck.FindMissing(policy)
        ?? ServiceControlRules.FindShortArn(policy, PolicyKind.ResourceControl);

    private static PolicyFault? FindForbidden(StatementNode statement)
    {
        if (statement.Find("Effect") is not { Text: "Deny" })
        {
            return statement.Fault(ValidationText.ControlPolicy, "Effect");
        }

        if (statement.Find("Principal") is not { IsString: true, Text: "*" })
        {
            return statement.Fault(ValidationText.ControlPolicy, "Principal");
        }

        return statement.Has("NotAction") || statement.Values("Action").Any(a => a.Text == "*")
            ? statement.Fault(ValidationText.ControlPolicy, "Action")
            : null;
    }
}
