using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of a customer managed policy.</summary>
internal sealed class ListPolicyTags : ReadOperation<ListPolicyTagsRequest, ListPolicyTagsResponse>
{
    protected override void Authorize(ListPolicyTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicy("iam:ListPolicyTags", call, request.PolicyArn, state);

    protected override ListPolicyTagsResponse Run(ListPolicyTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var tags = Tagging.List(state.Policy(call, request.PolicyArn).Tags, page, out var marker);
        return new ListPolicyTagsResponse { Tags = tags, IsTruncated = marker is not null, Marker = marker };
    }
}
