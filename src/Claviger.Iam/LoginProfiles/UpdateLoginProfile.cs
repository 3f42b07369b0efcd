using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Sets a user's password, or whether it must be reset, as its administrator.</summary>
internal sealed class UpdateLoginProfile(IStore store, PasswordWork work)
    : PreparedWriteOperation<UpdateLoginProfileRequest, PreparedPassword?, UpdateLoginProfileResponse>
{
    protected override void Authorize(UpdateLoginProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:UpdateLoginProfile", call, request.UserName, state);

    protected override async ValueTask<PreparedPassword?> PrepareAsync(UpdateLoginProfileRequest request, CallContext call)
    {
        if (request.Password is null)
        {
            return null;
        }

        var (account, profile) = await store.ReadAsync(state =>
            (Accounts.Find(state, call.Caller.Account)!, state.LoginProfile(state.User(call, request.UserName))));
        return await PreparedPassword.MakeAsync(work, request.Password, account, profile);
    }

    protected override UpdateLoginProfileResponse Commit(
        UpdateLoginProfileRequest request, PreparedPassword? prepared, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        var profile = state.LoginProfile(user);
        profile = prepared?.In(profile, user, state) ?? profile;
        LoginProfiles.Update(state, profile with { ResetRequired = request.PasswordResetRequired ?? profile.ResetRequired });
        return UpdateLoginProfileResponse.Empty;
    }
}
