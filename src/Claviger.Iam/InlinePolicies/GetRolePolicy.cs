using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a policy embedded in a role.</summary>
internal sealed class GetRolePolicy() : GetInlinePolicy<GetRolePolicyRequest, GetRolePolicyResponse>(PolicyHolderKind.Role)
{
    protected override (string Name, string PolicyName) PartsOf(GetRolePolicyRequest request) => (request.RoleName, request.PolicyName);

    protected override GetRolePolicyResponse Answer(PolicyHolder holder, InlinePolicyRecord policy) => new()
    {
        RoleName = holder.Name,
        PolicyName = policy.Name,
        PolicyDocument = Documents.Encoded(policy.Document),
    };
}
