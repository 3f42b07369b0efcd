using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Deletes a policy embedded in a group.</summary>
internal sealed class DeleteGroupPolicy() : DeleteInlinePolicy<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse>(PolicyHolderKind.Group)
{
    protected override (string Name, string PolicyName) PartsOf(DeleteGroupPolicyRequest request) => (request.GroupName, request.PolicyName);

    protected override DeleteGroupPolicyResponse Answer() => DeleteGroupPolicyResponse.Empty;
}
