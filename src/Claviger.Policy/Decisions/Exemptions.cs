namespace Claviger.Policy;

/// <summary>The kinds of policy that never reach certain callers, whatever lists are given (8.1).</summary>
internal static class Exemptions
{
    /// <summary>Whether a caller is exempt from all but the resource's side.</summary>
    public static bool IsExempt(Principal caller) => caller.Type switch
    {
        PrincipalType.Anonymous => true,
        PrincipalType.Service or PrincipalType.Federated => UncertainChoices.ServicesAreExemptFromCallerPolicies,
        PrincipalType.User or PrincipalType.RoleSession or PrincipalType.Role or PrincipalType.FederatedUser or PrincipalType.Root => false,
    };

    /// <summary>The policies that reach a caller who is exempt.</summary>
    public static ApplicablePolicies Reduce(in ApplicablePolicies policies) => new()
    {
        Resource = policies.Resource,
        ExplicitTrust = policies.ExplicitTrust,
        ResourceControl = policies.ResourceControl,
        Endpoint = policies.Endpoint,
        Standing = policies.Standing,
    };
}
