using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Lists the managed policies attached to a user.</summary>
internal sealed class ListAttachedUserPolicies()
    : ListAttachedPolicies<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse>(PolicyHolderKind.User)
{
    protected override AttachedPoliciesQuery QueryIn(ListAttachedUserPoliciesRequest request) =>
        new(request.UserName, request.PathPrefix, request.Marker, request.MaxItems);

    protected override ListAttachedUserPoliciesResponse Answer(IReadOnlyList<AttachedPolicyShape> policies, string? marker) => new()
    {
        AttachedPolicies = policies,
        IsTruncated = marker is not null,
        Marker = marker,
    };
}
