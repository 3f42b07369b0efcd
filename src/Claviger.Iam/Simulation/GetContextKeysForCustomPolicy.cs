using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the condition keys that policies in the request ask for.</summary>
internal sealed class GetContextKeysForCustomPolicy : ReadOperation<GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse>
{
    protected override void Refine(GetContextKeysForCustomPolicyRequest request, CallContext call) => PolicyKeys.Demand(request.PolicyInputList);

    protected override void Authorize(GetContextKeysForCustomPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetContextKeysForCustomPolicy");

    protected override GetContextKeysForCustomPolicyResponse Run(
        GetContextKeysForCustomPolicyRequest request, CallContext call, ReadTransaction state) =>
        new() { ContextKeyNames = PolicyKeys.Of(request.PolicyInputList) };
}
