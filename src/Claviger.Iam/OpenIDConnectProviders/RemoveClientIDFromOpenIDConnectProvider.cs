using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes away an audience that a provider's tokens may be for; one that is not there is no error.</summary>
internal sealed class RemoveClientIDFromOpenIDConnectProvider
    : WriteOperation<RemoveClientIDFromOpenIDConnectProviderRequest, RemoveClientIDFromOpenIDConnectProviderResponse>
{
    protected override void Authorize(
        RemoveClientIDFromOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:RemoveClientIDFromOpenIDConnectProvider", call, request.OpenIDConnectProviderArn, state);

    protected override RemoveClientIDFromOpenIDConnectProviderResponse Commit(
        RemoveClientIDFromOpenIDConnectProviderRequest request, CallContext call, WriteTransaction state)
    {
        var provider = state.OidcProvider(call, request.OpenIDConnectProviderArn);
        OidcProviders.Update(state, provider with { ClientIds = [.. provider.ClientIds.Where(id => id != request.ClientID)] });
        return RemoveClientIDFromOpenIDConnectProviderResponse.Empty;
    }
}
