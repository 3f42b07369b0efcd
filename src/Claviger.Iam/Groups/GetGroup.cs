using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a group, and its users by name.</summary>
internal sealed class GetGroup : ReadOperation<GetGroupRequest, GetGroupResponse>
{
    protected override void Authorize(GetGroupRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddGroup("iam:GetGroup", call, request.GroupName, state);

    protected override GetGroupResponse Run(GetGroupRequest request, CallContext call, ReadTransaction state)
    {
        var group = state.Group(call, request.GroupName);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = Memberships.UsersOf(state, group.Account, group.Id, page.After, page.Reach);
        var users = page.Cut(found, static user => NameKey.Of(user.Name), out var marker);
        return new GetGroupResponse
        {
            Group = GroupShapes.Whole(group),
            Users = [.. users.Select(UserShapes.InList)],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
