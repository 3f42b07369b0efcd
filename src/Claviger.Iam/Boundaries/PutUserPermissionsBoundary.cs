using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Bounds what a user's policies can allow by a managed policy.</summary>
internal sealed class PutUserPermissionsBoundary : WriteOperation<PutUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryResponse>
{
    // AWS: the key holds the boundary that is asked for.
    protected override void Authorize(PutUserPermissionsBoundaryRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:PutUserPermissionsBoundary", call, request.UserName, state)
            .With(IamKeys.PermissionsBoundary, request.PermissionsBoundary);

    protected override PutUserPermissionsBoundaryResponse Commit(
        PutUserPermissionsBoundaryRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        ManagedPolicyLookup.Demand(request.PermissionsBoundary, state, state.Account);
        Users.Update(state, user with { PermissionsBoundary = request.PermissionsBoundary });
        return PutUserPermissionsBoundaryResponse.Empty;
    }
}
