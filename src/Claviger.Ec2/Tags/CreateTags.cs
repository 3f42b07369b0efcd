using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Puts tags on resources; one with the same key is written over.</summary>
internal sealed class CreateTags(InstanceHosting hosting) : WriteOperation<CreateTagsRequest, CreateTagsResponse>
{
    protected override void Refine(CreateTagsRequest request, CallContext call)
    {
        TaggableResources.Refine(request.Resources);
        TagRules.Read(request.Tags);
    }

    protected override void Authorize(CreateTagsRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        foreach (var target in TaggableResources.Add(targets, "ec2:CreateTags", request.Resources, call, state))
        {
            target.WithRequestTags(TagRules.Read(request.Tags));
        }
    }

    protected override CreateTagsResponse Commit(CreateTagsRequest request, CallContext call, WriteTransaction state)
    {
        TaggableResources.Demand(request.Resources, hosting, call, state);
        foreach (var id in request.Resources)
        {
            TagRules.Put(state, call, id, ResourceId.TypeOf(id)!, TagRules.Read(request.Tags));
        }

        DryRuns.End(request.DryRun);
        return CreateTagsResponse.Empty;
    }
}
