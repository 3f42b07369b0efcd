using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a signing certificate of a user or of the root user.</summary>
internal sealed class DeleteSigningCertificate : WriteOperation<DeleteSigningCertificateRequest, DeleteSigningCertificateResponse>
{
    protected override void Authorize(DeleteSigningCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:DeleteSigningCertificate", call, request.UserName, state);

    protected override DeleteSigningCertificateResponse Commit(DeleteSigningCertificateRequest request, CallContext call, WriteTransaction state)
    {
        SigningCertificates.Delete(state, state.SigningCertificate(call, request.UserName, request.CertificateId));
        return DeleteSigningCertificateResponse.Empty;
    }
}
