using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Detaches a managed policy from a role.</summary>
internal sealed class DetachRolePolicy() : DetachPolicy<DetachRolePolicyRequest, DetachRolePolicyResponse>(PolicyHolderKind.Role)
{
    protected override string NameIn(DetachRolePolicyRequest request) => request.RoleName;

    protected override string PolicyArnIn(DetachRolePolicyRequest request) => request.PolicyArn;

    protected override DetachRolePolicyResponse Answer() => DetachRolePolicyResponse.Empty;
}
