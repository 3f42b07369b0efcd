using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Sets a role's description and longest session.</summary>
internal sealed class UpdateRole : WriteOperation<UpdateRoleRequest, UpdateRoleResponse>
{
    private const int DefaultSeconds = 3600;

    protected override void Authorize(UpdateRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:UpdateRole", call, request.RoleName, state);

    // AWS: a longest session that is left out becomes the default of an hour; a description that is left out stays.
    protected override UpdateRoleResponse Commit(UpdateRoleRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName);
        Roles.Update(state, role with
        {
            Description = request.Description ?? role.Description,
            MaxSessionDuration = TimeSpan.FromSeconds(request.MaxSessionDuration ?? DefaultSeconds),
        });
        return UpdateRoleResponse.Empty;
    }
}
