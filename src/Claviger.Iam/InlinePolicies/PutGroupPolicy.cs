using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Embeds a policy in a group, or replaces the one of the same name.</summary>
internal sealed class PutGroupPolicy() : PutInlinePolicy<PutGroupPolicyRequest, PutGroupPolicyResponse>(PolicyHolderKind.Group)
{
    protected override (string Name, string PolicyName, string Document) PartsOf(PutGroupPolicyRequest request) =>
        (request.GroupName, request.PolicyName, request.PolicyDocument);

    protected override PutGroupPolicyResponse Answer() => PutGroupPolicyResponse.Empty;
}
