using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows an OpenID Connect provider.</summary>
internal sealed class GetOpenIDConnectProvider : ReadOperation<GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse>
{
    protected override void Authorize(GetOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:GetOpenIDConnectProvider", call, request.OpenIDConnectProviderArn, state);

    // AWS: the address comes back without its scheme.
    protected override GetOpenIDConnectProviderResponse Run(GetOpenIDConnectProviderRequest request, CallContext call, ReadTransaction state)
    {
        var provider = state.OidcProvider(call, request.OpenIDConnectProviderArn);
        return new GetOpenIDConnectProviderResponse
        {
            Url = OidcProviderInput.NameOf(provider.Url),
            ClientIDList = provider.ClientIds,
            ThumbprintList = provider.Thumbprints,
            CreateDate = provider.Created,
            Tags = Tagging.Shapes(provider.Tags),
        };
    }
}
