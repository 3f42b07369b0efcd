using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Deletes a policy embedded in a user.</summary>
internal sealed class DeleteUserPolicy() : DeleteInlinePolicy<DeleteUserPolicyRequest, DeleteUserPolicyResponse>(PolicyHolderKind.User)
{
    protected override (string Name, string PolicyName) PartsOf(DeleteUserPolicyRequest request) => (request.UserName, request.PolicyName);

    protected override DeleteUserPolicyResponse Answer() => DeleteUserPolicyResponse.Empty;
}
