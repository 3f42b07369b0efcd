using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a customer managed policy, over those with the same keys.</summary>
internal sealed class TagPolicy : WriteOperation<TagPolicyRequest, TagPolicyResponse>
{
    protected override void Authorize(TagPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicyToChange("iam:TagPolicy", call, request.PolicyArn, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagPolicyResponse Commit(TagPolicyRequest request, CallContext call, WriteTransaction state)
    {
        var policy = state.Policy(call, request.PolicyArn);
        Policies.Update(state, policy with { Tags = Tagging.Merge(policy.Tags, Tagging.Read(request.Tags)) });
        return TagPolicyResponse.Empty;
    }
}
