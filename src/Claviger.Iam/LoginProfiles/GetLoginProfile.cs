using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Tells whether a user has a password for the console, since when, and whether it must be reset.</summary>
internal sealed class GetLoginProfile : ReadOperation<GetLoginProfileRequest, GetLoginProfileResponse>
{
    protected override void Authorize(GetLoginProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:GetLoginProfile", call, UserTargets.NameOrOwn(request.UserName, call), state);

    protected override GetLoginProfileResponse Run(GetLoginProfileRequest request, CallContext call, ReadTransaction state)
    {
        var user = state.User(call, UserTargets.NameOrOwn(request.UserName, call));
        return new GetLoginProfileResponse { LoginProfile = LoginProfileShapes.Whole(state.LoginProfile(user), user) };
    }
}
