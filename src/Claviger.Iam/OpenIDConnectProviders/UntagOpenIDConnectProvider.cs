using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off an OpenID Connect provider; keys that it doesn't have are passed over.</summary>
internal sealed class UntagOpenIDConnectProvider : WriteOperation<UntagOpenIDConnectProviderRequest, UntagOpenIDConnectProviderResponse>
{
    protected override void Authorize(UntagOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:UntagOpenIDConnectProvider", call, request.OpenIDConnectProviderArn, state).WithTagKeys(request.TagKeys);

    protected override UntagOpenIDConnectProviderResponse Commit(UntagOpenIDConnectProviderRequest request, CallContext call, WriteTransaction state)
    {
        var present = state.OidcProvider(call, request.OpenIDConnectProviderArn);
        OidcProviders.Update(state, present with { Tags = present.Tags.Without(request.TagKeys) });
        return UntagOpenIDConnectProviderResponse.Empty;
    }
}
