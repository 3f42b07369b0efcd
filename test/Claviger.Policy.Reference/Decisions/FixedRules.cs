namespace Claviger.Policy.Reference;

/// <summary>What services fix beside all policies (section 10).</summary>
internal static class FixedRules
{
    private static readonly string[] s_managedPolicyWrites =
        ["CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "SetDefaultPolicyVersion", "TagPolicy", "UntagPolicy"];

    private static readonly string[] s_reservedRoleWrites =
    [
        "AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary", "CreateRole",
        "DeleteRole", "TagRole", "UntagRole", "UpdateRole", "UpdateRoleDescription", "UpdateAssumeRolePolicy", "PassRole",
    ];

    // 10.3.1
    public static bool AllowsAlways(CaseRequest request) => request.Caller.Kind != CallerKind.Anonymous && Is(request, "sts", "GetCallerIdentity");

    // 10.3.2
    public static bool NeedsNoPermission(CaseRequest request) => request.Caller.Kind == CallerKind.User && Is(request, "sts", "GetSessionToken");

    public static bool NeverAllows(CaseRequest request)
    {
        // 10.3.7
        if (request.Caller.Kind == CallerKind.Root && Is(request, "sts", "AssumeRole"))
        {
            return true;
        }

        return request.Resource.Split(':', 6) switch
        {
            ["arn", _, "iam", _, "aws", var policy] when policy.StartsWith("policy/", StringComparison.Ordinal) => Is(request, "iam", s_managedPolicyWrites), // 10.3.5
            ["arn", _, "iam", _, _, var role] when role.StartsWith("role/aws-reserved/", StringComparison.Ordinal) => Is(request, "iam", s_reservedRoleWrites), // 10.3.6
            ["arn", _, "kms", _, _, var alias] when alias.StartsWith("alias/aws/", StringComparison.Ordinal) =>
                Is(request, "kms", "CreateAlias", "UpdateAlias", "DeleteAlias"), // 10.2.4
            _ => false,
        };
    }

    private static bool Is(CaseRequest request, string service, params string[] names) =>
        names.Any(name => request.Action.Equals($"{service}:{name}", StringComparison.OrdinalIgnoreCase));
}
