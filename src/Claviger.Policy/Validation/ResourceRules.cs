namespace Claviger.Policy;

/// <summary>What policies of resources and VPC endpoints must be, as far as it is common to all services.</summary>
internal static class ResourceRules
{
    public static PolicyFault? Find(PolicyTree policy) =>
        SyntaxCheck.Find(policy)
        ?? policy.FirstInStatements(FindPrincipal)
        ?? LegacyCheck.Find(policy)
        ?? SidCheck.FindDuplicate(policy, ValidationText.SidNotUnique)
        ?? ActionCheck.FindMissing(policy)
        ?? ResourceCheck.FindMalformed(policy)
        ?? ActionCheck.FindMalformed(policy);

    private static PolicyFault? FindPrincipal(StatementNode statement)
    {
        var element = statement.Has("NotPrincipal") ? "NotPrincipal" : "Principal";
        return statement.Has(element)
            ? PrincipalCheck.FindMalformed(statement, element)
            : statement.Fault(ValidationText.Missing("Principal"), element);
    }
}
