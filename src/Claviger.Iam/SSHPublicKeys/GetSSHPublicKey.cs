using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows an SSH public key of a user, as a line of OpenSSH or in PEM.</summary>
internal sealed class GetSSHPublicKey : ReadOperation<GetSSHPublicKeyRequest, GetSSHPublicKeyResponse>
{
    private const string Pem = "PEM";

    protected override void Authorize(GetSSHPublicKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:GetSSHPublicKey", call, request.UserName, state);

    protected override GetSSHPublicKeyResponse Run(GetSSHPublicKeyRequest request, CallContext call, ReadTransaction state)
    {
        var key = state.SshPublicKey(call, request.UserName, request.SSHPublicKeyId);
        return new GetSSHPublicKeyResponse
        {
            SSHPublicKey = SshPublicKeyTargets.Shape(key, state.User(call, request.UserName), BodyIn(key, request.Encoding == Pem)),
        };
    }

    private static string BodyIn(SshPublicKeyRecord key, bool pem)
    {
        if (SshRsaKey.IsPem(key.Body) == pem || !SshRsaKey.TryRead(key.Body, out var read))
        {
            return key.Body;
        }

        return pem ? read.ToPem() : read.Line;
    }
}
