using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes a group, without members or permissions.</summary>
internal sealed class CreateGroup : WriteOperation<CreateGroupRequest, CreateGroupResponse>
{
    protected override void Authorize(CreateGroupRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:CreateGroup", Arns.Group(call.Caller.Account, request.Path ?? "/", request.GroupName));

    protected override CreateGroupResponse Commit(CreateGroupRequest request, CallContext call, WriteTransaction state)
    {
        if (Groups.Find(state, state.Account, request.GroupName) is not null)
        {
            throw AwsError.EntityAlreadyExists($"Group with name {request.GroupName} already exists.");
        }

        Quotas.Demand(state, "GroupsPerAccount", Groups.Count(state, state.Account));
        var group = new GroupRecord
        {
            Account = state.Account,
            Id = UniqueId.New("AGPA"),
            Name = request.GroupName,
            Path = request.Path ?? "/",
            Created = state.Now,
        };
        Groups.Insert(state, group);
        return new CreateGroupResponse { Group = GroupShapes.Whole(group) };
    }
}
