using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives out no more tokens of the account; those that are out stay good until they expire.</summary>
internal sealed class DisableOutboundWebIdentityFederation
    : WriteOperation<DisableOutboundWebIdentityFederationRequest, DisableOutboundWebIdentityFederationResponse>
{
    protected override void Authorize(DisableOutboundWebIdentityFederationRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:DisableOutboundWebIdentityFederation");

    protected override DisableOutboundWebIdentityFederationResponse Commit(
        DisableOutboundWebIdentityFederationRequest request, CallContext call, WriteTransaction state)
    {
        TokenIssuers.Update(state, OutboundFederation.Demand(state, state.Account) with { IsEnabled = false });
        return DisableOutboundWebIdentityFederationResponse.Empty;
    }
}
