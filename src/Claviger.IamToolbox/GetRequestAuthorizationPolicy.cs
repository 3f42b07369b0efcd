using Claviger.Aws.Shapes.IamToolbox;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.IamToolbox;

/// <summary>Gives the text of a policy that took part in a denial, as it was at that moment.</summary>
internal sealed class GetRequestAuthorizationPolicy(DenialJournal denials)
    : ReadOperation<GetRequestAuthorizationPolicyRequest, GetRequestAuthorizationPolicyResponse>
{
    protected override void Authorize(GetRequestAuthorizationPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetRequestAuthorizationPolicy");

    protected override GetRequestAuthorizationPolicyResponse Run(GetRequestAuthorizationPolicyRequest request, CallContext call, ReadTransaction state) =>
        new()
        {
            PolicyUri = request.PolicyUri,
            PolicyDocument = denials.FindPolicy(call.Caller.Account, request.AuthorizationId, request.PolicyUri, state) ?? throw Details.NotFound(),
        };
}
