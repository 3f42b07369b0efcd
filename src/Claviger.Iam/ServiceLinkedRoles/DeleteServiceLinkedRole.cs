using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes the role of a service, with its policy. Here no service holds on to it, so that it is done at once.</summary>
internal sealed class DeleteServiceLinkedRole : WriteOperation<DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse>
{
    protected override void Authorize(DeleteServiceLinkedRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:DeleteServiceLinkedRole", call, request.RoleName, state);

    protected override DeleteServiceLinkedRoleResponse Commit(DeleteServiceLinkedRoleRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName);
        if (!ServiceLinkedRole.Is(role.Path))
        {
            throw AwsError.InvalidInput($"The role {role.Name} is not a service-linked role.");
        }

        if (InstanceProfiles.OfRole(state, role.Id, "", 1).Count > 0)
        {
            throw AwsError.DeleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }

        foreach (var attachment in Attachments.Of(state, role.Account, role.Id))
        {
            Attachments.Delete(state, attachment);
        }

        Roles.Delete(state, role);
        var task = $"task{role.Path}{role.Name}/{RequestId.New()}";
        RoleDeletions.Insert(state, task);
        return new DeleteServiceLinkedRoleResponse { DeletionTaskId = task };
    }
}
