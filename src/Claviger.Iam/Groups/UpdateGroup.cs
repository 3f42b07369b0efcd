using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives a group another name or path; its id, members and policies stay.</summary>
internal sealed class UpdateGroup : WriteOperation<UpdateGroupRequest, UpdateGroupResponse>
{
    protected override void Authorize(UpdateGroupRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var present = targets.AddGroup("iam:UpdateGroup", call, request.GroupName, state);

        // AWS: who renames needs the permission on the group as it is and as it will be.
        var group = Groups.Find(state, call.Caller.Account, request.GroupName);
        var arn = Arns.Group(
            call.Caller.Account, request.NewPath ?? group?.Path ?? "/", request.NewGroupName ?? group?.Name ?? request.GroupName);
        if (arn != present.Resource)
        {
            targets.Add("iam:UpdateGroup", arn);
        }
    }

    protected override UpdateGroupResponse Commit(UpdateGroupRequest request, CallContext call, WriteTransaction state)
    {
        var group = state.Group(call, request.GroupName);
        var name = request.NewGroupName ?? group.Name;
        if (Groups.Find(state, state.Account, name) is { } taken && taken.Id != group.Id)
        {
            throw AwsError.EntityAlreadyExists($"Group with name {name} already exists.");
        }

        Groups.Update(state, group with { Name = name, Path = request.NewPath ?? group.Path });
        return UpdateGroupResponse.Empty;
    }
}
