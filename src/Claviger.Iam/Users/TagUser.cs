using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a user, over those with the same keys.</summary>
internal sealed class TagUser : WriteOperation<TagUserRequest, TagUserResponse>
{
    protected override void Authorize(TagUserRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:TagUser", call, request.UserName, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagUserResponse Commit(TagUserRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        Users.Update(state, user with { Tags = Tagging.Merge(user.Tags, Tagging.Read(request.Tags)) });
        return TagUserResponse.Empty;
    }
}
