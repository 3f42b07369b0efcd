using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a policy embedded in a user.</summary>
internal sealed class GetUserPolicy() : GetInlinePolicy<GetUserPolicyRequest, GetUserPolicyResponse>(PolicyHolderKind.User)
{
    protected override (string Name, string PolicyName) PartsOf(GetUserPolicyRequest request) => (request.UserName, request.PolicyName);

    protected override GetUserPolicyResponse Answer(PolicyHolder holder, InlinePolicyRecord policy) => new()
    {
        UserName = holder.Name,
        PolicyName = policy.Name,
        PolicyDocument = Documents.Encoded(policy.Document),
    };
}
