namespace Claviger.Policy;

/// <summary>What service control policies must be: since 2025 the whole language but for principals; no shortened ARNs.</summary>
internal static class ServiceControlRules
{
    public static PolicyFault? Find(PolicyTree policy) => IdentityRules.Find(policy, "", requiresVersion: true) ?? FindShortArn(policy, PolicyKind.ServiceControl);

    /// <summary>A resource that counts for nothing in an organization's policies, for having too few segments.</summary>
    public static PolicyFault? FindShortArn(PolicyTree policy, PolicyKind kind) => policy.FirstInStatements(statement =>
    {
        foreach (var entry in statement.Values("Resource").Concat(statement.Values("NotResource")))
        {
            if (new ResourcePattern(entry.Text, variables: true).IsInvalidIn(kind))
            {
                return entry.Fault(ValidationText.ControlPolicy);
            }
        }

        return null;
    });
}
