using Claviger.Aws.Shapes.Sts;
using Claviger.Pipeline;

namespace Claviger.Sts;

/// <summary>Temporary credentials as answers show them.</summary>
internal static class CredentialsShapes
{
    public static CredentialsShape Of(IssuedSession issued) => new()
    {
        AccessKeyId = issued.AccessKeyId,
        SecretAccessKey = issued.SecretAccessKey,
        SessionToken = issued.SessionToken,
        Expiration = issued.Expiration,
    };
}
