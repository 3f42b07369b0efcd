using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a policy embedded in a group.</summary>
internal sealed class GetGroupPolicy() : GetInlinePolicy<GetGroupPolicyRequest, GetGroupPolicyResponse>(PolicyHolderKind.Group)
{
    protected override (string Name, string PolicyName) PartsOf(GetGroupPolicyRequest request) => (request.GroupName, request.PolicyName);

    protected override GetGroupPolicyResponse Answer(PolicyHolder holder, InlinePolicyRecord policy) => new()
    {
        GroupName = holder.Name,
        PolicyName = policy.Name,
        PolicyDocument = Documents.Encoded(policy.Document),
    };
}
