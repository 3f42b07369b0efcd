using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives a user a password for the console.</summary>
internal sealed class CreateLoginProfile(IStore store, PasswordWork work)
    : PreparedWriteOperation<CreateLoginProfileRequest, PreparedPassword, CreateLoginProfileResponse>
{
    protected override void Refine(CreateLoginProfileRequest request, CallContext call)
    {
        // AWS: the model leaves the password optional for sessions of the central root management alone.
        if (request.Password is null)
        {
            throw AwsError.ValidationError("1 validation error detected: Value at 'password' failed to satisfy constraint: Member must not be null");
        }
    }

    protected override void Authorize(CreateLoginProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:CreateLoginProfile", call, UserTargets.NameOrOwn(request.UserName, call), state);

    protected override async ValueTask<PreparedPassword> PrepareAsync(CreateLoginProfileRequest request, CallContext call)
    {
        var account = await store.ReadAsync(state =>
        {
            state.DemandNoLoginProfile(state.User(call, UserTargets.NameOrOwn(request.UserName, call)));
            return Accounts.Find(state, call.Caller.Account)!;
        });
        return await PreparedPassword.MakeAsync(work, request.Password!, account, former: null);
    }

    protected override CreateLoginProfileResponse Commit(
        CreateLoginProfileRequest request, PreparedPassword prepared, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, UserTargets.NameOrOwn(request.UserName, call));
        state.DemandNoLoginProfile(user);
        var profile = prepared.First(user, request.PasswordResetRequired ?? false, state);
        LoginProfiles.Insert(state, profile);
        return new CreateLoginProfileResponse { LoginProfile = LoginProfileShapes.Whole(profile, user) };
    }
}
