using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Sets the certificates that a provider may be served with, in place of those before.</summary>
internal sealed class UpdateOpenIDConnectProviderThumbprint
    : WriteOperation<UpdateOpenIDConnectProviderThumbprintRequest, UpdateOpenIDConnectProviderThumbprintResponse>
{
    protected override void Refine(UpdateOpenIDConnectProviderThumbprintRequest request, CallContext call) =>
        OidcProviderInput.DemandThumbprints(request.ThumbprintList);

    protected override void Authorize(
        UpdateOpenIDConnectProviderThumbprintRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:UpdateOpenIDConnectProviderThumbprint", call, request.OpenIDConnectProviderArn, state);

    protected override UpdateOpenIDConnectProviderThumbprintResponse Commit(
        UpdateOpenIDConnectProviderThumbprintRequest request, CallContext call, WriteTransaction state)
    {
        var provider = state.OidcProvider(call, request.OpenIDConnectProviderArn);
        OidcProviders.Update(state, provider with { Thumbprints = request.ThumbprintList });
        return UpdateOpenIDConnectProviderThumbprintResponse.Empty;
    }
}
