using System.Globalization;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the signing certificates of a user or of the root user, oldest first.</summary>
internal sealed class ListSigningCertificates : ReadOperation<ListSigningCertificatesRequest, ListSigningCertificatesResponse>
{
    protected override void Authorize(ListSigningCertificatesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:ListSigningCertificates", call, request.UserName, state);

    protected override ListSigningCertificatesResponse Run(ListSigningCertificatesRequest request, CallContext call, ReadTransaction state)
    {
        var owner = state.KeyOwner(call, request.UserName);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var certificates = page.CutWhole(SigningCertificates.Of(state, call.Caller.Account, owner?.Id), Order, out var marker);
        return new ListSigningCertificatesResponse
        {
            Certificates = [.. certificates.Select(certificate => SigningCertificateTargets.Shape(certificate, owner))],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static string Order(SigningCertificateRecord certificate) =>
        string.Create(CultureInfo.InvariantCulture, $"{certificate.Created.ToUnixTimeMilliseconds():D15}/{certificate.Id}");
}
