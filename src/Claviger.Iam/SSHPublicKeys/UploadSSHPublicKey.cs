using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Keeps an RSA public key of a user, for services that let users in by SSH.</summary>
internal sealed class UploadSSHPublicKey : WriteOperation<UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse>
{
    private const int FewestBits = 2048;
    private const int MostBits = 16384;

    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(UploadSSHPublicKeyRequest request, CallContext call)
    {
        if (!SshRsaKey.TryRead(request.SSHPublicKeyBody, out var key) || key.Bits is < FewestBits or > MostBits)
        {
            throw AwsError.InvalidPublicKey("The public key is invalid. It must be an RSA key of 2048 bits or more, in ssh-rsa or PEM format.");
        }
    }

    protected override void Authorize(UploadSSHPublicKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:UploadSSHPublicKey", call, request.UserName, state);

    protected override UploadSSHPublicKeyResponse Commit(UploadSSHPublicKeyRequest request, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, request.UserName);
        var present = SshPublicKeys.Of(state, user.Id);
        SshRsaKey.TryRead(request.SSHPublicKeyBody, out var read);
        var fingerprint = read!.Fingerprint;
        if (present.Any(key => key.Fingerprint == fingerprint))
        {
            throw AwsError.DuplicateSSHPublicKey("The SSH public key is already associated with the specified IAM user.");
        }

        Quotas.Demand(state, "SSHPublicKeysPerUser", present.Count);
        var key = new SshPublicKeyRecord
        {
            Id = UniqueId.New("APKA"),
            Account = state.Account,
            UserId = user.Id,
            Body = request.SSHPublicKeyBody,
            Fingerprint = fingerprint,
            Created = state.Now,
        };
        SshPublicKeys.Insert(state, key);
        return new UploadSSHPublicKeyResponse { SSHPublicKey = SshPublicKeyTargets.Shape(key, user, key.Body) };
    }
}
