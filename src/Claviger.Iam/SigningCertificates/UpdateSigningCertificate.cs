using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Switches a signing certificate on or off.</summary>
internal sealed class UpdateSigningCertificate : WriteOperation<UpdateSigningCertificateRequest, UpdateSigningCertificateResponse>
{
    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(UpdateSigningCertificateRequest request, CallContext call) => CredentialStatus.Demand(request.Status);

    protected override void Authorize(UpdateSigningCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:UpdateSigningCertificate", call, request.UserName, state);

    protected override UpdateSigningCertificateResponse Commit(UpdateSigningCertificateRequest request, CallContext call, WriteTransaction state)
    {
        var certificate = state.SigningCertificate(call, request.UserName, request.CertificateId);
        SigningCertificates.Update(state, certificate with { IsActive = request.Status == CredentialStatus.Active });
        return UpdateSigningCertificateResponse.Empty;
    }
}
