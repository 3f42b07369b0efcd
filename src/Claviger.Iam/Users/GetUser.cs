using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a user; without a name, the caller itself.</summary>
internal sealed class GetUser : ReadOperation<GetUserRequest, GetUserResponse>
{
    protected override void Authorize(GetUserRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        if (IsOwnRoot(request, call))
        {
            targets.Add("iam:GetUser", call.Caller.Arn);
            return;
        }

        targets.AddUser("iam:GetUser", call, UserTargets.NameOrOwn(request.UserName, call), state);
    }

    protected override GetUserResponse Run(GetUserRequest request, CallContext call, ReadTransaction state) => new()
    {
        User = IsOwnRoot(request, call)
            ? UserShapes.Root(Accounts.Find(state, call.Caller.Account)!)
            : UserShapes.Whole(state.User(call, UserTargets.NameOrOwn(request.UserName, call))),
    };

    private static bool IsOwnRoot(GetUserRequest request, CallContext call) =>
        request.UserName is null && call.Caller.Kind == CallerKind.Root;
}
