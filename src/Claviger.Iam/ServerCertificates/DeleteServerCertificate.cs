using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a server certificate and its private key.</summary>
internal sealed class DeleteServerCertificate : WriteOperation<DeleteServerCertificateRequest, DeleteServerCertificateResponse>
{
    protected override void Authorize(DeleteServerCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServerCertificate("iam:DeleteServerCertificate", call, request.ServerCertificateName, state);

    protected override DeleteServerCertificateResponse Commit(DeleteServerCertificateRequest request, CallContext call, WriteTransaction state)
    {
        ServerCertificates.Delete(state, state.ServerCertificate(call, request.ServerCertificateName));
        return DeleteServerCertificateResponse.Empty;
    }
}
