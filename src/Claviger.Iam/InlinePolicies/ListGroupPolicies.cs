using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Lists the names of the policies embedded in a group.</summary>
internal sealed class ListGroupPolicies() : ListInlinePolicies<ListGroupPoliciesRequest, ListGroupPoliciesResponse>(PolicyHolderKind.Group)
{
    protected override (string Name, string? Marker, int? MaxItems) PartsOf(ListGroupPoliciesRequest request) =>
        (request.GroupName, request.Marker, request.MaxItems);

    protected override ListGroupPoliciesResponse Answer(IReadOnlyList<string> names, string? marker) => new()
    {
        PolicyNames = names,
        IsTruncated = marker is not null,
        Marker = marker,
    };
}
