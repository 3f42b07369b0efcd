using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of a instance profile.</summary>
internal sealed class ListInstanceProfileTags : ReadOperation<ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse>
{
    protected override void Authorize(ListInstanceProfileTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstanceProfile("iam:ListInstanceProfileTags", call, request.InstanceProfileName, state);

    protected override ListInstanceProfileTagsResponse Run(ListInstanceProfileTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var tags = Tagging.List(state.InstanceProfile(call, request.InstanceProfileName).Tags, page, out var marker);
        return new ListInstanceProfileTagsResponse { Tags = tags, IsTruncated = marker is not null, Marker = marker };
    }
}
