using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists a user's tags, by key.</summary>
internal sealed class ListUserTags : ReadOperation<ListUserTagsRequest, ListUserTagsResponse>
{
    protected override void Authorize(ListUserTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:ListUserTags", call, request.UserName, state);

    protected override ListUserTagsResponse Run(ListUserTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        return new ListUserTagsResponse
        {
            Tags = Tagging.List(state.User(call, request.UserName).Tags, page, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
