namespace Claviger.Policy;

/// <summary>What role trust policies must be: who may assume the role, and nothing else.</summary>
internal static class TrustRules
{
    public static PolicyFault? Find(PolicyTree policy, string json) =>
        CharacterCheck.Find(json)
        ?? FindVersion(policy.Root)
        ?? (policy.Statements.Count == 0 ? new PolicyFault(ValidationText.NoStatement, policy.Root.Offset, "Statement") : null)
        ?? policy.FirstInStatements(FindEffect)
        ?? policy.FirstInStatements(FindPrincipal)
        ?? SyntaxCheck.Find(policy)
        ?? policy.FirstInStatements(FindAction)
        ?? policy.FirstInStatements(FindResource)
        ?? policy.FirstInStatements(s => PrincipalCheck.FindMalformed(s, "Principal"))
        ?? policy.FirstInStatements(LegacyCheck.FindValue)
        ?? LegacyCheck.FindVariable(policy)
        ?? SidCheck.FindDuplicate(policy, ValidationText.TrustSidNotUnique);

    private static PolicyFault? FindVersion(JsonPart root) =>
        root.Find("Version") is { } version && version is not { IsString: true, Text: "2008-10-17" or "2012-10-17" }
            ? new PolicyFault(ValidationText.InvalidVersion, version.Offset, "Version")
            : null;

    private static PolicyFault? FindEffect(StatementNode statement) => statement.Find("Effect") switch
    {
        null => statement.Fault(ValidationText.Missing("Effect"), "Effect"),
        { IsString: true, Text: "Allow" or "Deny" } => null,
        { } effect => statement.Fault(ValidationText.Effect(effect.Text), "Effect"),
    };

    private static PolicyFault? FindPrincipal(StatementNode statement)
    {
        if (statement.Has("NotPrincipal"))
        {
            var isAllow = statement.Find("Effect") is { Text: "Allow" };
            return statement.Fault(isAllow ? ValidationText.AllowNotPrincipal : ValidationText.NotPrincipalInTrust, "NotPrincipal");
        }

        return statement.Find("Principal") switch
        {
            null => statement.Fault(ValidationText.Missing("Principal"), "Principal"),
            { IsObject: true, Members: var types } when types.TrueForAll(t => t.Value.IsArray && t.Value.Items.Count == 0) =>
                statement.Fault(ValidationText.EmptyPrincipal, "Principal"),
            _ => null,
        };
    }

    private static PolicyFault? FindAction(StatementNode statement)
    {
        var actions = statement.Values("Action").Concat(statement.Values("NotAction")).ToList();
        return actions.Count == 0
            ? statement.Fault(ValidationText.Missing("Action"), "Action")
            : actions.Where(a => !a.Text.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))
                .Select(a => a.Fault(ValidationText.TrustActions))
                .FirstOrDefault();
    }

    private static PolicyFault? FindResource(StatementNode statement) =>
        statement.Has("Resource") ? statement.Fault(ValidationText.ResourceInTrust, "Resource")
        : statement.Has("NotResource") ? statement.Fault(ValidationText.NotResourceInTrust, "NotResource")
        : null;
}
