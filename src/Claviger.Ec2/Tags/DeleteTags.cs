using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Takes tags from resources: by key, by key and value, or all.</summary>
internal sealed class DeleteTags : WriteOperation<DeleteTagsRequest, DeleteTagsResponse>
{
    protected override void Refine(DeleteTagsRequest request, CallContext call)
    {
        TaggableResources.Refine(request.Resources);
        foreach (var tag in request.Tags ?? [])
        {
            TagRules.DemandKey(tag.Key ?? throw AwsError.MissingParameter("The request must contain the parameter Tag.Key"));
        }
    }

    protected override void Authorize(DeleteTagsRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        foreach (var target in TaggableResources.Add(targets, "ec2:DeleteTags", request.Resources, call, state))
        {
            target.WithRequestTags(TagSet.Exactly((request.Tags ?? []).Select(static tag => new Tag(tag.Key!, tag.Value ?? ""))));
        }
    }

    // AWS: what isn't there is as good as deleted, be it the tag or the resource.
    protected override DeleteTagsResponse Commit(DeleteTagsRequest request, CallContext call, WriteTransaction state)
    {
        foreach (var id in request.Resources)
        {
            if (request.Tags is null or [])
            {
                Ec2Tags.DeleteAllOf(state, call.Region, id);
            }

            foreach (var tag in request.Tags ?? [])
            {
                Ec2Tags.Delete(state, call.Region, id, tag.Key!, tag.Value);
            }
        }

        DryRuns.End(request.DryRun);
        return DeleteTagsResponse.Empty;
    }
}
