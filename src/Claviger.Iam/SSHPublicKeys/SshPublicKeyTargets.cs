using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the SSH public key that a request is about, and show it.</summary>
internal static class SshPublicKeyTargets
{
    /// <summary>A key of a user.</summary>
    /// <exception cref="AwsError">There is no such user, or it has no such key.</exception>
    public static SshPublicKeyRecord SshPublicKey(this ReadTransaction state, CallContext call, string userName, string keyId) =>
        SshPublicKeys.Of(state, state.User(call, userName).Id).FirstOrDefault(key => key.Id == keyId)
        ?? throw AwsError.NoSuchEntity($"The Public Key with id {keyId} cannot be found.");

    /// <summary>A key as answers show it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="body">The key in the form that is asked for.</param>
    public static SSHPublicKeyShape Shape(SshPublicKeyRecord key, UserRecord user, string body) => new()
    {
        UserName = user.Name,
        SSHPublicKeyId = key.Id,
        Fingerprint = key.Fingerprint,
        SSHPublicKeyBody = body,
        Status = CredentialStatus.Of(key.IsActive),
        UploadDate = key.Created,
    };
}
