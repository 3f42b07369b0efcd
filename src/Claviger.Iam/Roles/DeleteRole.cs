using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a role that nothing belongs to any more. Its sessions end with it.</summary>
internal sealed class DeleteRole : WriteOperation<DeleteRoleRequest, DeleteRoleResponse>
{
    protected override void Authorize(DeleteRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:DeleteRole", call, request.RoleName, state);

    protected override DeleteRoleResponse Commit(DeleteRoleRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName).DemandModifiable();
        if (Obstacle(role, state) is { } obstacle)
        {
            throw AwsError.DeleteConflict($"Cannot delete entity, must {obstacle} first.");
        }

        Roles.Delete(state, role);
        return DeleteRoleResponse.Empty;
    }

    private static string? Obstacle(RoleRecord role, ReadTransaction state) => role switch
    {
        _ when InstanceProfiles.OfRole(state, role.Id, "", 1).Count > 0 => "remove roles from instance profile",
        _ when Attachments.Count(state, role.Account, role.Id) > 0 => "detach all policies",
        _ when InlinePolicies.Page(state, role.Account, role.Id, "", 1).Count > 0 => "delete policies",
        _ => null,
    };
}
