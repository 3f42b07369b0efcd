using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the signing certificate that a request is about, and show it.</summary>
internal static class SigningCertificateTargets
{
    /// <summary>A certificate of the user of a name, of the caller itself or of the root user.</summary>
    /// <exception cref="AwsError">There is no such user, or it has no such certificate.</exception>
    public static SigningCertificateRecord SigningCertificate(this ReadTransaction state, CallContext call, string? userName, string id) =>
        SigningCertificates.Of(state, call.Caller.Account, state.KeyOwner(call, userName)?.Id).FirstOrDefault(certificate => certificate.Id == id)
        ?? throw AwsError.NoSuchEntity($"The Certificate with id {id} cannot be found.");

    /// <summary>A certificate as answers show it.</summary>
    public static SigningCertificateShape Shape(SigningCertificateRecord certificate, UserRecord? owner) => new()
    {
        UserName = owner?.Name ?? "",
        CertificateId = certificate.Id,
        CertificateBody = certificate.Body,
        Status = CredentialStatus.Of(certificate.IsActive),
        UploadDate = certificate.Created,
    };
}
