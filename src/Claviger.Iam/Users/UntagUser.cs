using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a user; keys that it doesn't have are passed over.</summary>
internal sealed class UntagUser : WriteOperation<UntagUserRequest, UntagUserResponse>
{
    protected override void Authorize(UntagUserRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:UntagUser", call, request.UserName, state).WithTagKeys(request.TagKeys);

    protected override UntagUserResponse Commit(UntagUserRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        Users.Update(state, user with { Tags = user.Tags.Without(request.TagKeys) });
        return UntagUserResponse.Empty;
    }
}
