using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Detaches a managed policy from a user.</summary>
internal sealed class DetachUserPolicy() : DetachPolicy<DetachUserPolicyRequest, DetachUserPolicyResponse>(PolicyHolderKind.User)
{
    protected override string NameIn(DetachUserPolicyRequest request) => request.UserName;

    protected override string PolicyArnIn(DetachUserPolicyRequest request) => request.PolicyArn;

    protected override DetachUserPolicyResponse Answer() => DetachUserPolicyResponse.Empty;
}
