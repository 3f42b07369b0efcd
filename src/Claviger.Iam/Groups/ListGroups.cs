using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's groups, by name.</summary>
internal sealed class ListGroups : ReadOperation<ListGroupsRequest, ListGroupsResponse>
{
    protected override void Authorize(ListGroupsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListGroups", Arns.Group(call.Caller.Account, request.PathPrefix ?? "/", ""));

    protected override ListGroupsResponse Run(ListGroupsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = request.PathPrefix is null && call.Holding is { } part
            ? Groups.Holding(state, call.Caller.Account, part, page.After, page.Reach)
            : Groups.Page(state, call.Caller.Account, request.PathPrefix ?? "/", page.After, page.Reach);
        var groups = page.Cut(found, static group => NameKey.Of(group.Name), out var marker);
        return new ListGroupsResponse
        {
            Groups = [.. groups.Select(GroupShapes.Whole)],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
