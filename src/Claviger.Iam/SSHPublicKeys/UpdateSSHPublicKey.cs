using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Switches an SSH public key on or off.</summary>
internal sealed class UpdateSSHPublicKey : WriteOperation<UpdateSSHPublicKeyRequest, UpdateSSHPublicKeyResponse>
{
    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(UpdateSSHPublicKeyRequest request, CallContext call) => CredentialStatus.Demand(request.Status);

    protected override void Authorize(UpdateSSHPublicKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:UpdateSSHPublicKey", call, request.UserName, state);

    protected override UpdateSSHPublicKeyResponse Commit(UpdateSSHPublicKeyRequest request, CallContext call, WriteTransaction state)
    {
        var key = state.SshPublicKey(call, request.UserName, request.SSHPublicKeyId);
        SshPublicKeys.Update(state, key with { IsActive = request.Status == CredentialStatus.Active });
        return UpdateSSHPublicKeyResponse.Empty;
    }
}
