using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Embeds a policy in a role, or replaces the one of the same name.</summary>
internal sealed class PutRolePolicy() : PutInlinePolicy<PutRolePolicyRequest, PutRolePolicyResponse>(PolicyHolderKind.Role)
{
    protected override (string Name, string PolicyName, string Document) PartsOf(PutRolePolicyRequest request) =>
        (request.RoleName, request.PolicyName, request.PolicyDocument);

    protected override PutRolePolicyResponse Answer() => PutRolePolicyResponse.Empty;
}
