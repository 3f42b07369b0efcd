using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the tags of a server certificate, by key.</summary>
internal sealed class ListServerCertificateTags : ReadOperation<ListServerCertificateTagsRequest, ListServerCertificateTagsResponse>
{
    protected override void Authorize(ListServerCertificateTagsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServerCertificate("iam:ListServerCertificateTags", call, request.ServerCertificateName, state);

    protected override ListServerCertificateTagsResponse Run(ListServerCertificateTagsRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        return new ListServerCertificateTagsResponse
        {
            Tags = Tagging.List(state.ServerCertificate(call, request.ServerCertificateName).Tags, page, out var marker),
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
