using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Lists the names of the policies embedded in a role.</summary>
internal sealed class ListRolePolicies() : ListInlinePolicies<ListRolePoliciesRequest, ListRolePoliciesResponse>(PolicyHolderKind.Role)
{
    protected override (string Name, string? Marker, int? MaxItems) PartsOf(ListRolePoliciesRequest request) =>
        (request.RoleName, request.Marker, request.MaxItems);

    protected override ListRolePoliciesResponse Answer(IReadOnlyList<string> names, string? marker) => new()
    {
        PolicyNames = names,
        IsTruncated = marker is not null,
        Marker = marker,
    };
}
