using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes a user's password for the console away; its access keys stay.</summary>
internal sealed class DeleteLoginProfile : WriteOperation<DeleteLoginProfileRequest, DeleteLoginProfileResponse>
{
    protected override void Authorize(DeleteLoginProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:DeleteLoginProfile", call, UserTargets.NameOrOwn(request.UserName, call), state);

    protected override DeleteLoginProfileResponse Commit(DeleteLoginProfileRequest request, CallContext call, WriteTransaction state)
    {
        LoginProfiles.Delete(state, state.LoginProfile(state.User(call, UserTargets.NameOrOwn(request.UserName, call))));
        return DeleteLoginProfileResponse.Empty;
    }
}
