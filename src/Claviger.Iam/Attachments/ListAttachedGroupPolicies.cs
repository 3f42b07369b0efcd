using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Lists the managed policies attached to a group.</summary>
internal sealed class ListAttachedGroupPolicies()
    : ListAttachedPolicies<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse>(PolicyHolderKind.Group)
{
    protected override AttachedPoliciesQuery QueryIn(ListAttachedGroupPoliciesRequest request) =>
        new(request.GroupName, request.PathPrefix, request.Marker, request.MaxItems);

    protected override ListAttachedGroupPoliciesResponse Answer(IReadOnlyList<AttachedPolicyShape> policies, string? marker) => new()
    {
        AttachedPolicies = policies,
        IsTruncated = marker is not null,
        Marker = marker,
    };
}
