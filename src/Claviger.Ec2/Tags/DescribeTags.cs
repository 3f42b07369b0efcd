using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists tags with the resources that bear them.</summary>
internal sealed class DescribeTags : ReadOperation<DescribeTagsRequest, DescribeTagsResponse>
{
    private static readonly FilterTable<TagDescriptionShape> Filters = new FilterTable<TagDescriptionShape>()
        .Add("key", static tag => tag.Key)
        .Add("resource-id", static tag => tag.ResourceId)
        .Add("resource-type", static tag => tag.ResourceType)
        .Add("value", static tag => tag.Value)
        .AddTags(static tag => TagSet.Exactly([new Tag(tag.Key!, tag.Value!)]));

    protected override void Authorize(DescribeTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeTags", call);

    protected override DescribeTagsResponse Run(DescribeTagsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var tags = Ec2Tags.Of(state, call.Caller.Account, call.Region).Select(static tag => new TagDescriptionShape
        {
            Key = tag.Key,
            Value = tag.Value,
            ResourceId = tag.ResourceId,
            ResourceType = tag.ResourceType,
        });
        var shown = Filters.Apply(tags, request.Filters).OrderBy(KeyOf, StringComparer.Ordinal);
        return new DescribeTagsResponse { Tags = page.CutWhole(shown, KeyOf, out var nextToken), NextToken = nextToken };
    }

    private static string KeyOf(TagDescriptionShape tag) => $"{tag.ResourceId} {tag.Key}";
}
