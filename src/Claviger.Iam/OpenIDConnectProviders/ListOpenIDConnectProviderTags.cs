using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of an OpenID Connect provider, by key.</summary>
internal sealed class ListOpenIDConnectProviderTags : ReadOperation<ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviderTagsResponse>
{
    protected override void Authorize(ListOpenIDConnectProviderTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:ListOpenIDConnectProviderTags", call, request.OpenIDConnectProviderArn, state);

    protected override ListOpenIDConnectProviderTagsResponse Run(ListOpenIDConnectProviderTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        return new ListOpenIDConnectProviderTagsResponse
        {
            Tags = Tagging.List(state.OidcProvider(call, request.OpenIDConnectProviderArn).Tags, page, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
