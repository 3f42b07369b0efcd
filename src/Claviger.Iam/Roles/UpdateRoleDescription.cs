using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Sets a role's description.</summary>
internal sealed class UpdateRoleDescription : WriteOperation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse>
{
    protected override void Authorize(UpdateRoleDescriptionRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:UpdateRoleDescription", call, request.RoleName, state);

    protected override UpdateRoleDescriptionResponse Commit(UpdateRoleDescriptionRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName) with { Description = request.Description };
        Roles.Update(state, role);
        return new UpdateRoleDescriptionResponse { Role = RoleShapes.Made(role, state) };
    }
}
