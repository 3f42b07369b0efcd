using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Embeds a policy in a user, or replaces the one of the same name.</summary>
internal sealed class PutUserPolicy() : PutInlinePolicy<PutUserPolicyRequest, PutUserPolicyResponse>(PolicyHolderKind.User)
{
    protected override (string Name, string PolicyName, string Document) PartsOf(PutUserPolicyRequest request) =>
        (request.UserName, request.PolicyName, request.PolicyDocument);

    protected override PutUserPolicyResponse Answer() => PutUserPolicyResponse.Empty;
}
