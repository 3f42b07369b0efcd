using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a group without members and policies.</summary>
internal sealed class DeleteGroup : WriteOperation<DeleteGroupRequest, DeleteGroupResponse>
{
    protected override void Authorize(DeleteGroupRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddGroup("iam:DeleteGroup", call, request.GroupName, state);

    protected override DeleteGroupResponse Commit(DeleteGroupRequest request, CallContext call, WriteTransaction state)
    {
        var group = state.Group(call, request.GroupName);
        if (Obstacle(group, state) is { } obstacle)
        {
            throw AwsError.DeleteConflict($"Cannot delete entity, must {obstacle} first.");
        }

        Groups.Delete(state, group);
        return DeleteGroupResponse.Empty;
    }

    private static string? Obstacle(GroupRecord group, ReadTransaction state) => group switch
    {
        _ when Attachments.Count(state, group.Account, group.Id) > 0 => "detach all policies",
        _ when InlinePolicies.Page(state, group.Account, group.Id, "", 1).Count > 0 => "delete policies",
        _ when Memberships.CountUsersOf(state, group.Id) > 0 => "remove users from group",
        _ => null,
    };
}
