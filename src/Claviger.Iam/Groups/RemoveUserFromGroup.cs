using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes a user out of a group.</summary>
internal sealed class RemoveUserFromGroup : WriteOperation<RemoveUserFromGroupRequest, RemoveUserFromGroupResponse>
{
    protected override void Authorize(RemoveUserFromGroupRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddGroup("iam:RemoveUserFromGroup", call, request.GroupName, state);

    protected override RemoveUserFromGroupResponse Commit(RemoveUserFromGroupRequest request, CallContext call, WriteTransaction state)
    {
        // AWS: the user is looked for first, and one that isn't in the group is no error.
        var user = state.User(call, request.UserName);
        Memberships.Delete(state, state.Group(call, request.GroupName).Id, user.Id);
        return RemoveUserFromGroupResponse.Empty;
    }
}
