using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Lists the names of the policies embedded in a user.</summary>
internal sealed class ListUserPolicies() : ListInlinePolicies<ListUserPoliciesRequest, ListUserPoliciesResponse>(PolicyHolderKind.User)
{
    protected override (string Name, string? Marker, int? MaxItems) PartsOf(ListUserPoliciesRequest request) =>
        (request.UserName, request.Marker, request.MaxItems);

    protected override ListUserPoliciesResponse Answer(IReadOnlyList<string> names, string? marker) => new()
    {
        PolicyNames = names,
        IsTruncated = marker is not null,
        Marker = marker,
    };
}
