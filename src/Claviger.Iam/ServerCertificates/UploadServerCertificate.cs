using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Keeps a TLS certificate, its chain and its private key, for services that serve them. The key is never shown again.</summary>
internal sealed class UploadServerCertificate(SecretBox box)
    : PreparedWriteOperation<UploadServerCertificateRequest, UploadServerCertificate.Checked, UploadServerCertificateResponse>
{
    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Authorize(UploadServerCertificateRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = Arns.ServerCertificate(call.Caller.Account, request.Path ?? "/", request.ServerCertificateName);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:UploadServerCertificate", arn).WithRequestTags(tags);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagServerCertificate", arn).WithRequestTags(tags);
        }
    }

    protected override ValueTask<Checked> PrepareAsync(UploadServerCertificateRequest request, CallContext call)
    {
        using var certificate = PemCertificates.ReadOne(request.CertificateBody);
        PemCertificates.DemandKey(certificate, request.PrivateKey);
        if (request.CertificateChain is { } chain)
        {
            PemCertificates.DemandChain(chain);
        }

        var id = UniqueId.New("ASCA");
        return new(new Checked(
            id,
            certificate.NotAfter.ToUniversalTime(),
            box.Seal(SecretPurpose.ServerCertificate, call.Caller.Account, id, Encoding.UTF8.GetBytes(request.PrivateKey))));
    }

    protected override UploadServerCertificateResponse Commit(
        UploadServerCertificateRequest request, Checked prepared, CallContext call, WriteTransaction state)
    {
        if (ServerCertificates.Find(state, state.Account, request.ServerCertificateName) is not null)
        {
            throw AwsError.EntityAlreadyExists($"The Server Certificate with name {request.ServerCertificateName} already exists.");
        }

        Quotas.Demand(state, "ServerCertificatesPerAccount", ServerCertificates.Count(state, state.Account));
        var certificate = new ServerCertificateRecord
        {
            Account = state.Account,
            Id = prepared.Id,
            Name = request.ServerCertificateName,
            Path = request.Path ?? "/",
            Body = request.CertificateBody,
            Chain = request.CertificateChain,
            SealedPrivateKey = prepared.SealedPrivateKey,
            Expires = prepared.Expires,
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        ServerCertificates.Insert(state, certificate);
        return new UploadServerCertificateResponse
        {
            ServerCertificateMetadata = ServerCertificateTargets.Metadata(certificate), Tags = Tagging.Shapes(certificate.Tags),
        };
    }

    /// <summary>A certificate whose key was found to be its own.</summary>
    internal sealed record Checked(string Id, DateTimeOffset Expires, byte[] SealedPrivateKey);
}
