using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Changes the caller's own password, which it must know.</summary>
internal sealed class ChangePassword(IStore store, PasswordWork work) : PreparedWriteOperation<ChangePasswordRequest, PreparedPassword, ChangePasswordResponse>
{
    protected override void Authorize(ChangePasswordRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var target = targets.AddUser("iam:ChangePassword", call, OwnName(call), state);

        // AWS: the password policy can let users change their own password without a policy that says so.
        if (Accounts.Find(state, call.Caller.Account)?.PasswordPolicy is { AllowUsersToChangePassword: true })
        {
            target.Under(StandingRule.GrantsLikeIdentity);
        }
    }

    protected override async ValueTask<PreparedPassword> PrepareAsync(ChangePasswordRequest request, CallContext call)
    {
        var (account, profile) = await store.ReadAsync(state =>
            (Accounts.Find(state, call.Caller.Account)!, state.LoginProfile(state.User(call, OwnName(call)))));
        var former = PasswordHash.Parse(profile.PasswordHash);
        if (!await (work.TryRun(() => former.Matches(request.OldPassword)) ?? throw AwsError.Throttling()))
        {
            throw AwsError.AccessDenied("The old password was incorrect.");
        }

        if (string.Equals(request.NewPassword, request.OldPassword, StringComparison.Ordinal))
        {
            throw PasswordRules.Reused();
        }

        return await PreparedPassword.MakeAsync(work, request.NewPassword, account, profile);
    }

    protected override ChangePasswordResponse Commit(
        ChangePasswordRequest request, PreparedPassword prepared, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, OwnName(call));
        LoginProfiles.Update(state, prepared.In(state.LoginProfile(user), user, state) with { ResetRequired = false });
        return ChangePasswordResponse.Empty;
    }

    private static string OwnName(CallContext call) =>
        call.Caller.UserName ?? throw AwsError.InvalidUserType("Only IAM Users can change their own password.");
}
