using System.Globalization;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the SSH public keys of a user, oldest first, without the keys themselves.</summary>
internal sealed class ListSSHPublicKeys : ReadOperation<ListSSHPublicKeysRequest, ListSSHPublicKeysResponse>
{
    protected override void Authorize(ListSSHPublicKeysRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddUser("iam:ListSSHPublicKeys", call, UserTargets.NameOrOwn(request.UserName, call), state);

    protected override ListSSHPublicKeysResponse Run(ListSSHPublicKeysRequest request, CallContext call, ReadTransaction state)
    {
        var user = state.User(call, UserTargets.NameOrOwn(request.UserName, call));
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var keys = page.CutWhole(SshPublicKeys.Of(state, user.Id), Order, out var marker);
        return new ListSSHPublicKeysResponse
        {
            SSHPublicKeys = [.. keys.Select(key => new SSHPublicKeyMetadataShape
            {
                UserName = user.Name,
                SSHPublicKeyId = key.Id,
                Status = CredentialStatus.Of(key.IsActive),
                UploadDate = key.Created,
            })],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static string Order(SshPublicKeyRecord key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Created.ToUnixTimeMilliseconds():D15}/{key.Id}");
}
