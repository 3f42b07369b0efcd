using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Attaches a managed policy to a role.</summary>
internal sealed class AttachRolePolicy() : AttachPolicy<AttachRolePolicyRequest, AttachRolePolicyResponse>(PolicyHolderKind.Role)
{
    protected override string NameIn(AttachRolePolicyRequest request) => request.RoleName;

    protected override string PolicyArnIn(AttachRolePolicyRequest request) => request.PolicyArn;

    protected override AttachRolePolicyResponse Answer() => AttachRolePolicyResponse.Empty;
}
