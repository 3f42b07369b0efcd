using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of a SAML provider, by key.</summary>
internal sealed class ListSAMLProviderTags : ReadOperation<ListSAMLProviderTagsRequest, ListSAMLProviderTagsResponse>
{
    protected override void Authorize(ListSAMLProviderTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:ListSAMLProviderTags", call, request.SAMLProviderArn, state);

    protected override ListSAMLProviderTagsResponse Run(ListSAMLProviderTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        return new ListSAMLProviderTagsResponse
        {
            Tags = Tagging.List(state.SamlProvider(call, request.SAMLProviderArn).Tags, page, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
