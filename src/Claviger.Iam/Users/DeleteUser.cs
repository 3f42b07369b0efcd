using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a user that nothing belongs to any more.</summary>
internal sealed class DeleteUser : WriteOperation<DeleteUserRequest, DeleteUserResponse>
{
    protected override void Authorize(DeleteUserRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:DeleteUser", call, request.UserName, state);

    protected override DeleteUserResponse Commit(DeleteUserRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        if (Obstacle(user, state) is { } obstacle)
        {
            throw AwsError.DeleteConflict($"Cannot delete entity, must {obstacle} first.");
        }

        Users.Delete(state, user);
        return DeleteUserResponse.Empty;
    }

    private static string? Obstacle(UserRecord user, ReadTransaction state) => user switch
    {
        _ when AccessKeys.Of(state, user.Account, user.Id).Count > 0 => "delete access keys",
        _ when SigningCertificates.Of(state, user.Account, user.Id).Count > 0 => "delete signing certificates",
        _ when SshPublicKeys.Of(state, user.Id).Count > 0 => "delete SSH public keys",
        _ when ServiceCredentials.Of(state, user.Id).Count > 0 => "delete service specific credentials",
        _ when MfaDevices.Of(state, user.Account, user.Id).Count > 0 => "delete MFA device",
        _ when LoginProfiles.Find(state, user.Id) is not null => "delete login profile",
        _ when Attachments.Count(state, user.Account, user.Id) > 0 => "detach all policies",
        _ when InlinePolicies.Page(state, user.Account, user.Id, "", 1).Count > 0 => "delete policies",
        _ when Memberships.CountGroupsOf(state, user.Id) > 0 => "remove users from group",
        _ => null,
    };
}
