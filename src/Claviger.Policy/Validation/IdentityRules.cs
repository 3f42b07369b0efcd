namespace Claviger.Policy;

/// <summary>What identity policies, boundaries and session policies must be.</summary>
internal static class IdentityRules
{
    public static PolicyFault? Find(PolicyTree policy, string json, bool requiresVersion) =>
        CharacterCheck.Find(json)
        ?? SyntaxCheck.Find(policy)
        ?? policy.FirstInStatements(FindPrincipal)
        ?? (requiresVersion ? FindVersion(policy) : null)
        ?? LegacyCheck.Find(policy)
        ?? SidCheck.FindCharacter(policy)
        ?? SidCheck.FindDuplicate(policy, ValidationText.SidNotUnique)
        ?? ActionCheck.FindMissing(policy)
        ?? ResourceCheck.FindMalformed(policy)
        ?? ActionCheck.FindMalformed(policy)
        ?? ResourceCheck.FindMissing(policy);

    private static PolicyFault? FindPrincipal(StatementNode statement) =>
        statement.Has("Principal") ? statement.Fault(ValidationText.PrincipalInIdentity, "Principal")
        : statement.Has("NotPrincipal") ? statement.Fault(ValidationText.PrincipalInIdentity, "NotPrincipal")
        : null;

    private static PolicyFault? FindVersion(PolicyTree policy) =>
        policy.Root.Find("Version") is { Text: "2012-10-17" }
            ? null
            : new PolicyFault(ValidationText.Version, (policy.Root.Find("Version") ?? policy.Root).Offset, "Version");
}
