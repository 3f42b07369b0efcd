using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Lists the managed policies attached to a role.</summary>
internal sealed class ListAttachedRolePolicies()
    : ListAttachedPolicies<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse>(PolicyHolderKind.Role)
{
    protected override AttachedPoliciesQuery QueryIn(ListAttachedRolePoliciesRequest request) =>
        new(request.RoleName, request.PathPrefix, request.Marker, request.MaxItems);

    protected override ListAttachedRolePoliciesResponse Answer(IReadOnlyList<AttachedPolicyShape> policies, string? marker) => new()
    {
        AttachedPolicies = policies,
        IsTruncated = marker is not null,
        Marker = marker,
    };
}
