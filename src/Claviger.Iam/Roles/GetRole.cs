using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a role, its trust policy included.</summary>
internal sealed class GetRole : ReadOperation<GetRoleRequest, GetRoleResponse>
{
    protected override void Authorize(GetRoleRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:GetRole", call, request.RoleName, state);

    protected override GetRoleResponse Run(GetRoleRequest request, CallContext call, ReadTransaction state) => new()
    {
        Role = RoleShapes.Whole(state.Role(call, request.RoleName), state),
    };
}
