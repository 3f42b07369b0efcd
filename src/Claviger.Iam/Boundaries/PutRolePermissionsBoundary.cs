using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Bounds what a role's policies can allow by a managed policy.</summary>
internal sealed class PutRolePermissionsBoundary : WriteOperation<PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse>
{
    // AWS: the key holds the boundary that is asked for.
    protected override void Authorize(PutRolePermissionsBoundaryRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:PutRolePermissionsBoundary", call, request.RoleName, state)
            .With(IamKeys.PermissionsBoundary, request.PermissionsBoundary);

    protected override PutRolePermissionsBoundaryResponse Commit(
        PutRolePermissionsBoundaryRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName).DemandModifiable();
        ManagedPolicyLookup.Demand(request.PermissionsBoundary, state, state.Account);
        Roles.Update(state, role with { PermissionsBoundary = request.PermissionsBoundary });
        return PutRolePermissionsBoundaryResponse.Empty;
    }
}
