using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Deletes a policy embedded in a role.</summary>
internal sealed class DeleteRolePolicy() : DeleteInlinePolicy<DeleteRolePolicyRequest, DeleteRolePolicyResponse>(PolicyHolderKind.Role)
{
    protected override (string Name, string PolicyName) PartsOf(DeleteRolePolicyRequest request) => (request.RoleName, request.PolicyName);

    protected override DeleteRolePolicyResponse Answer() => DeleteRolePolicyResponse.Empty;
}
