using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Adds an audience that a provider's tokens may be for; one that is there already is no error.</summary>
internal sealed class AddClientIDToOpenIDConnectProvider
    : WriteOperation<AddClientIDToOpenIDConnectProviderRequest, AddClientIDToOpenIDConnectProviderResponse>
{
    protected override void Authorize(
        AddClientIDToOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:AddClientIDToOpenIDConnectProvider", call, request.OpenIDConnectProviderArn, state);

    protected override AddClientIDToOpenIDConnectProviderResponse Commit(
        AddClientIDToOpenIDConnectProviderRequest request, CallContext call, WriteTransaction state)
    {
        var provider = state.OidcProvider(call, request.OpenIDConnectProviderArn);
        if (!provider.ClientIds.Contains(request.ClientID, StringComparer.Ordinal))
        {
            Quotas.Demand(state, "ClientIdsPerOpenIdConnectProvider", provider.ClientIds.Count);
            OidcProviders.Update(state, provider with { ClientIds = [.. provider.ClientIds, request.ClientID] });
        }

        return AddClientIDToOpenIDConnectProviderResponse.Empty;
    }
}
