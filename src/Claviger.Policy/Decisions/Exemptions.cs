namespace Claviger.Policy;

/// <summary>The kinds of policy that never reach certain callers, whatever lists are given (8.1).</summary>
internal static class Exemptions
{
    /// <summary>The policies without those that the caller is exempt from.</summary>
    public static ApplicablePolicies Apply(Principal caller, in ApplicablePolicies policies) =>
        !IsExempt(caller.Type) ? policies : new ApplicablePolicies
        {
            Resource = policies.Resource,
            ExplicitTrust = policies.ExplicitTrust,
            ResourceControl = policies.ResourceControl,
            Endpoint = policies.Endpoint,
            Standing = policies.Standing,
        };

    private static bool IsExempt(PrincipalType caller) => caller switch
    {
        PrincipalType.Anonymous => true,
        PrincipalType.Service or PrincipalType.Federated => UncertainChoices.ServicesAreExemptFromCallerPolicies,
        PrincipalType.User or PrincipalType.RoleSession or PrincipalType.Role or PrincipalType.FederatedUser or PrincipalType.Root => false,
    };
}
