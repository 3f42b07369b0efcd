using System.Security.Cryptography;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Keeps an X.509 certificate of a user or of the root user, for services that take signatures by one.</summary>
internal sealed class UploadSigningCertificate : WriteOperation<UploadSigningCertificateRequest, UploadSigningCertificateResponse>
{
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 32;

    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(UploadSigningCertificateRequest request, CallContext call)
    {
        using var certificate = PemCertificates.ReadOne(request.CertificateBody);
        if (call.Time < certificate.NotBefore || call.Time > certificate.NotAfter)
        {
            throw AwsError.InvalidCertificate("The certificate is not valid now.");
        }
    }

    protected override void Authorize(UploadSigningCertificateRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:UploadSigningCertificate", call, request.UserName, state);

    protected override UploadSigningCertificateResponse Commit(UploadSigningCertificateRequest request, CallContext call, WriteTransaction state)
    {
        var owner = state.KeyOwner(call, request.UserName);
        var present = SigningCertificates.Of(state, state.Account, owner?.Id);
        using var uploaded = PemCertificates.ReadOne(request.CertificateBody);
        foreach (var other in present)
        {
            using var certificate = PemCertificates.ReadOne(other.Body);
            if (certificate.RawDataMemory.Span.SequenceEqual(uploaded.RawDataMemory.Span))
            {
                throw AwsError.DuplicateCertificate("The certificate is already associated with the specified IAM user.");
            }
        }

        Quotas.Demand(state, "SigningCertificatesPerUser", present.Count);
        var record = new SigningCertificateRecord
        {
            Id = RandomNumberGenerator.GetString(IdAlphabet, IdLength),
            Account = state.Account,
            UserId = owner?.Id,
            Body = request.CertificateBody,
            Created = state.Now,
        };
        SigningCertificates.Insert(state, record);
        return new UploadSigningCertificateResponse { Certificate = SigningCertificateTargets.Shape(record, owner) };
    }
}
