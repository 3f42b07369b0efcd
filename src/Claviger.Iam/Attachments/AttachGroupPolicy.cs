using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Attaches a managed policy to a group.</summary>
internal sealed class AttachGroupPolicy() : AttachPolicy<AttachGroupPolicyRequest, AttachGroupPolicyResponse>(PolicyHolderKind.Group)
{
    protected override string NameIn(AttachGroupPolicyRequest request) => request.GroupName;

    protected override string PolicyArnIn(AttachGroupPolicyRequest request) => request.PolicyArn;

    protected override AttachGroupPolicyResponse Answer() => AttachGroupPolicyResponse.Empty;
}
