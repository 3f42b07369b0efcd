using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows the address of the account's token issuer.</summary>
internal sealed class GetOutboundWebIdentityFederationInfo(EndpointAddress address)
    : ReadOperation<GetOutboundWebIdentityFederationInfoRequest, GetOutboundWebIdentityFederationInfoResponse>
{
    protected override void Authorize(GetOutboundWebIdentityFederationInfoRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:GetOutboundWebIdentityFederationInfo");

    protected override GetOutboundWebIdentityFederationInfoResponse Run(
        GetOutboundWebIdentityFederationInfoRequest request, CallContext call, ReadTransaction state) => new()
    {
        IssuerIdentifier = address.OfIssuer(OutboundFederation.Demand(state, call.Caller.Account).Id),
        JwtVendingEnabled = true,
    };
}
