using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes a role's permissions boundary away.</summary>
internal sealed class DeleteRolePermissionsBoundary : WriteOperation<DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse>
{
    protected override void Authorize(DeleteRolePermissionsBoundaryRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, "iam:DeleteRolePermissionsBoundary", PolicyHolderKind.Role, call, request.RoleName, state);

    protected override DeleteRolePermissionsBoundaryResponse Commit(
        DeleteRolePermissionsBoundaryRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName).DemandModifiable();
        if (role.PermissionsBoundary is null)
        {
            throw AwsError.NoSuchEntity($"Role {request.RoleName} does not have a permissions boundary.");
        }

        Roles.Update(state, role with { PermissionsBoundary = null });
        return DeleteRolePermissionsBoundaryResponse.Empty;
    }
}
