using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a customer managed policy.</summary>
internal sealed class UntagPolicy : WriteOperation<UntagPolicyRequest, UntagPolicyResponse>
{
    protected override void Authorize(UntagPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicyToChange("iam:UntagPolicy", call, request.PolicyArn, state).WithTagKeys(request.TagKeys);

    protected override UntagPolicyResponse Commit(UntagPolicyRequest request, CallContext call, WriteTransaction state)
    {
        var policy = state.Policy(call, request.PolicyArn);
        Policies.Update(state, policy with { Tags = policy.Tags.Without(request.TagKeys) });
        return UntagPolicyResponse.Empty;
    }
}
