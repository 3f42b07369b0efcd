using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the groups that a user is in, by name.</summary>
internal sealed class ListGroupsForUser : ReadOperation<ListGroupsForUserRequest, ListGroupsForUserResponse>
{
    protected override void Authorize(ListGroupsForUserRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:ListGroupsForUser", call, request.UserName, state);

    protected override ListGroupsForUserResponse Run(ListGroupsForUserRequest request, CallContext call, ReadTransaction state)
    {
        var user = state.User(call, request.UserName);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = Memberships.GroupsOf(state, user.Account, user.Id, page.After, page.Reach);
        var groups = page.Cut(found, static group => NameKey.Of(group.Name), out var marker);
        return new ListGroupsForUserResponse
        {
            Groups = [.. groups.Select(GroupShapes.Whole)],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
