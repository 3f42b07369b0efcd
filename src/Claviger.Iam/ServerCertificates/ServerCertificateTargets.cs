using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the server certificate that a request is about, name it for the decision, and show it.</summary>
internal static class ServerCertificateTargets
{
    /// <summary>Adds an action on the certificate of a name; whether it exists makes no difference to who may not act.</summary>
    public static Target AddServerCertificate(this Targets targets, string action, CallContext call, string name, ReadTransaction state)
    {
        var certificate = ServerCertificates.Find(state, call.Caller.Account, name);
        var arn = certificate is null ? Arns.ServerCertificate(call.Caller.Account, "/", name) : Arns.Of(certificate);
        return targets.Add(action, arn).Named($"server certificate {name}").WithResourceTags(certificate?.Tags);
    }

    /// <summary>The certificate of a name.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static ServerCertificateRecord ServerCertificate(this ReadTransaction state, CallContext call, string name) =>
        ServerCertificates.Find(state, call.Caller.Account, name)
        ?? throw AwsError.NoSuchEntity($"The Server Certificate with name {name} cannot be found.");

    /// <summary>What answers say about a certificate.</summary>
    public static ServerCertificateMetadataShape Metadata(ServerCertificateRecord certificate) => new()
    {
        Path = certificate.Path,
        ServerCertificateName = certificate.Name,
        ServerCertificateId = certificate.Id,
        Arn = Arns.Of(certificate),
        UploadDate = certificate.Created,
        Expiration = certificate.Expires,
    };
}
