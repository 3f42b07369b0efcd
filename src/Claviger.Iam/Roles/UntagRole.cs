using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a role.</summary>
internal sealed class UntagRole : WriteOperation<UntagRoleRequest, UntagRoleResponse>
{
    protected override void Authorize(UntagRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:UntagRole", call, request.RoleName, state).WithTagKeys(request.TagKeys);

    protected override UntagRoleResponse Commit(UntagRoleRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName);
        Roles.Update(state, role with { Tags = role.Tags.Without(request.TagKeys) });
        return UntagRoleResponse.Empty;
    }
}
