using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives a user another name or path; its id, and what belongs to it, stay.</summary>
internal sealed class UpdateUser : WriteOperation<UpdateUserRequest, UpdateUserResponse>
{
    protected override void Authorize(UpdateUserRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var present = targets.AddUser("iam:UpdateUser", call, request.UserName, state);

        // AWS: who renames needs the permission on the user as it is and as it will be.
        var user = Users.Find(state, call.Caller.Account, request.UserName);
        var arn = Arns.User(
            call.Caller.Account, request.NewPath ?? user?.Path ?? "/", request.NewUserName ?? user?.Name ?? request.UserName);
        if (arn != present.Resource)
        {
            targets.Add("iam:UpdateUser", arn).WithResourceTags(user?.Tags);
        }
    }

    protected override UpdateUserResponse Commit(UpdateUserRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        var name = request.NewUserName ?? user.Name;
        if (Users.Find(state, state.Account, name) is { } taken && taken.Id != user.Id)
        {
            throw AwsError.EntityAlreadyExists($"User with name {name} already exists.");
        }

        Users.Update(state, user with { Name = name, Path = request.NewPath ?? user.Path });
        return UpdateUserResponse.Empty;
    }
}
