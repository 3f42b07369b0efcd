using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes an SSH public key of a user.</summary>
internal sealed class DeleteSSHPublicKey : WriteOperation<DeleteSSHPublicKeyRequest, DeleteSSHPublicKeyResponse>
{
    protected override void Authorize(DeleteSSHPublicKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:DeleteSSHPublicKey", call, request.UserName, state);

    protected override DeleteSSHPublicKeyResponse Commit(DeleteSSHPublicKeyRequest request, CallContext call, WriteTransaction state)
    {
        SshPublicKeys.Delete(state, state.SshPublicKey(call, request.UserName, request.SSHPublicKeyId));
        return DeleteSSHPublicKeyResponse.Empty;
    }
}
