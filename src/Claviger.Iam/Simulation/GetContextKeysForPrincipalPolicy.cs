using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the condition keys that the policies of a user, group or role ask for, and those of policies in the request.</summary>
internal sealed class GetContextKeysForPrincipalPolicy
    : ReadOperation<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse>
{
    protected override void Refine(GetContextKeysForPrincipalPolicyRequest request, CallContext call) => PolicyKeys.Demand(request.PolicyInputList ?? []);

    protected override void Authorize(GetContextKeysForPrincipalPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicySource("iam:GetContextKeysForPrincipalPolicy", request.PolicySourceArn, call, state);

    protected override GetContextKeysForPrincipalPolicyResponse Run(
        GetContextKeysForPrincipalPolicyRequest request, CallContext call, ReadTransaction state)
    {
        var policies = EntityPolicies.Of(state.PolicySource(request.PolicySourceArn, call), call.Caller.Account, state).Select(static policy => policy.Document);
        return new GetContextKeysForPrincipalPolicyResponse { ContextKeyNames = PolicyKeys.Of(policies.Concat(request.PolicyInputList ?? [])) };
    }
}
