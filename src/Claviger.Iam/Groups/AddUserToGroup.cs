using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts a user in a group; one that is in it already stays.</summary>
internal sealed class AddUserToGroup : WriteOperation<AddUserToGroupRequest, AddUserToGroupResponse>
{
    // AWS: the permission is one on the group; none is needed on the user.
    protected override void Authorize(AddUserToGroupRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddGroup("iam:AddUserToGroup", call, request.GroupName, state);

    protected override AddUserToGroupResponse Commit(AddUserToGroupRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        var group = state.Group(call, request.GroupName);
        if (!Memberships.Exists(state, group.Id, user.Id))
        {
            Quotas.Demand(state, "GroupsPerUser", Memberships.CountGroupsOf(state, user.Id));
            Memberships.Insert(state, group.Id, user.Id);
        }

        return AddUserToGroupResponse.Empty;
    }
}
