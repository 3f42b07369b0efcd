namespace Claviger.Policy;

/// <summary>What AWS's services fix beside policies, as far as action and resource tell: data for <see cref="ApplicablePolicies"/>.</summary>
public static class ServiceRules
{
    private static readonly HashSet<string> ManagedPolicyWrites = Actions(
        "CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion SetDefaultPolicyVersion TagPolicy UntagPolicy");

    private static readonly HashSet<string> ReservedRoleWrites = Actions(
        "AttachRolePolicy DetachRolePolicy PutRolePolicy DeleteRolePolicy PutRolePermissionsBoundary DeleteRolePermissionsBoundary "
        + "CreateRole DeleteRole TagRole UntagRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy PassRole");

    /// <summary>Whether the resource's policy must name the caller or its account: KMS keys, and roles being assumed.</summary>
    public static bool NeedsExplicitTrust(string action, string resource) => IsRoleAssumption(action, resource)
        || (Arn.TryParse(resource, out var arn) && arn.Service == "kms" && arn.Resource.StartsWith("key/", StringComparison.Ordinal));

    /// <summary>Whether a role's trust policy is the resource policy of this check.</summary>
    public static bool IsRoleAssumption(string action, string resource) =>
        action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)
        && Arn.TryParse(resource, out var arn) && arn.Service == "iam" && arn.Resource.StartsWith("role/", StringComparison.Ordinal);

    /// <summary>What is fixed for an action of a caller on a resource.</summary>
    public static StandingRule StandingOf(Principal caller, string action, string resource)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(action);
        if (action.Equals("sts:GetCallerIdentity", StringComparison.OrdinalIgnoreCase))
        {
            return StandingRule.AllowsAlways;
        }

        if (action.Equals("sts:GetSessionToken", StringComparison.OrdinalIgnoreCase) && caller.Type is PrincipalType.User)
        {
            return StandingRule.GrantsLikeIdentity;
        }

        // AWS: "Roles may not be assumed by root accounts."
        var isRootAssuming = caller.Type == PrincipalType.Root && action.Equals("sts:AssumeRole", StringComparison.OrdinalIgnoreCase);
        return isRootAssuming || IsReserved(action, resource) ? StandingRule.NeverAllows : StandingRule.None;
    }

    /// <summary>Whether AWS keeps the resource for itself and the action would change it.</summary>
    private static bool IsReserved(string action, string resource) => Arn.TryParse(resource, out var arn) && (arn.Service, arn.Account) switch
    {
        ("iam", "aws") => arn.Resource.StartsWith("policy/", StringComparison.Ordinal) && ManagedPolicyWrites.Contains(action),
        ("iam", _) => arn.Resource.StartsWith("role/aws-reserved/", StringComparison.Ordinal) && ReservedRoleWrites.Contains(action),
        ("kms", _) => arn.Resource.StartsWith("alias/aws/", StringComparison.Ordinal)
            && (action.Equals("kms:CreateAlias", StringComparison.OrdinalIgnoreCase)
                || action.Equals("kms:UpdateAlias", StringComparison.OrdinalIgnoreCase)
                || action.Equals("kms:DeleteAlias", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static HashSet<string> Actions(string names) =>
        names.Split(' ').Select(n => "iam:" + n).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
