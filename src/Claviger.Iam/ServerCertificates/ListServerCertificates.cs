using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's server certificates, by name.</summary>
internal sealed class ListServerCertificates : ReadOperation<ListServerCertificatesRequest, ListServerCertificatesResponse>
{
    protected override void Authorize(ListServerCertificatesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListServerCertificates");

    protected override ListServerCertificatesResponse Run(ListServerCertificatesRequest request, CallContext call, ReadTransaction state)
    {
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = ServerCertificates.Page(state, call.Caller.Account, request.PathPrefix ?? "/", page.After, page.Reach);
        var certificates = page.Cut(found, static certificate => NameKey.Of(certificate.Name), out var marker);
        return new ListServerCertificatesResponse
        {
            ServerCertificateMetadataList = [.. certificates.Select(ServerCertificateTargets.Metadata)],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
