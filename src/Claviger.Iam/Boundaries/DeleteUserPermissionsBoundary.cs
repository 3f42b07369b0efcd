using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes a user's permissions boundary away.</summary>
internal sealed class DeleteUserPermissionsBoundary : WriteOperation<DeleteUserPermissionsBoundaryRequest, DeleteUserPermissionsBoundaryResponse>
{
    protected override void Authorize(DeleteUserPermissionsBoundaryRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, "iam:DeleteUserPermissionsBoundary", PolicyHolderKind.User, call, request.UserName, state);

    protected override DeleteUserPermissionsBoundaryResponse Commit(
        DeleteUserPermissionsBoundaryRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        if (user.PermissionsBoundary is null)
        {
            throw AwsError.NoSuchEntity($"User {request.UserName} does not have a permissions boundary.");
        }

        Users.Update(state, user with { PermissionsBoundary = null });
        return DeleteUserPermissionsBoundaryResponse.Empty;
    }
}
