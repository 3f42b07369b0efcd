using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Detaches a managed policy from a group.</summary>
internal sealed class DetachGroupPolicy() : DetachPolicy<DetachGroupPolicyRequest, DetachGroupPolicyResponse>(PolicyHolderKind.Group)
{
    protected override string NameIn(DetachGroupPolicyRequest request) => request.GroupName;

    protected override string PolicyArnIn(DetachGroupPolicyRequest request) => request.PolicyArn;

    protected override DetachGroupPolicyResponse Answer() => DetachGroupPolicyResponse.Empty;
}
