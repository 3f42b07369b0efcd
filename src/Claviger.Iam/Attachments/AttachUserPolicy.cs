using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Attaches a managed policy to a user.</summary>
internal sealed class AttachUserPolicy() : AttachPolicy<AttachUserPolicyRequest, AttachUserPolicyResponse>(PolicyHolderKind.User)
{
    protected override string NameIn(AttachUserPolicyRequest request) => request.UserName;

    protected override string PolicyArnIn(AttachUserPolicyRequest request) => request.PolicyArn;

    protected override AttachUserPolicyResponse Answer() => AttachUserPolicyResponse.Empty;
}
