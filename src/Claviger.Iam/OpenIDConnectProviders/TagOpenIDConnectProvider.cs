using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on an OpenID Connect provider, over those with the same keys.</summary>
internal sealed class TagOpenIDConnectProvider : WriteOperation<TagOpenIDConnectProviderRequest, TagOpenIDConnectProviderResponse>
{
    protected override void Authorize(TagOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:TagOpenIDConnectProvider", call, request.OpenIDConnectProviderArn, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagOpenIDConnectProviderResponse Commit(TagOpenIDConnectProviderRequest request, CallContext call, WriteTransaction state)
    {
        var present = state.OidcProvider(call, request.OpenIDConnectProviderArn);
        OidcProviders.Update(state, present with { Tags = Tagging.Merge(present.Tags, Tagging.Read(request.Tags)) });
        return TagOpenIDConnectProviderResponse.Empty;
    }
}
