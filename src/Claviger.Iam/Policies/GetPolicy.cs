using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a managed policy, without its document.</summary>
internal sealed class GetPolicy : ReadOperation<GetPolicyRequest, GetPolicyResponse>
{
    protected override void Authorize(GetPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicy("iam:GetPolicy", call, request.PolicyArn, state);

    protected override GetPolicyResponse Run(GetPolicyRequest request, CallContext call, ReadTransaction state) => new()
    {
        Policy = PolicyTargets.IsAwsOwned(request.PolicyArn)
            ? PolicyShapes.Of(PolicyTargets.AwsPolicy(request.PolicyArn), call.Caller.Account, state, isInList: false)
            : PolicyShapes.Whole(state.Policy(call, request.PolicyArn), state),
    };
}
