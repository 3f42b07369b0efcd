using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes an access key; what it signs is refused from now on.</summary>
internal sealed class DeleteAccessKey : WriteOperation<DeleteAccessKeyRequest, DeleteAccessKeyResponse>
{
    protected override void Authorize(DeleteAccessKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:DeleteAccessKey", call, request.UserName, state);

    protected override DeleteAccessKeyResponse Commit(DeleteAccessKeyRequest request, CallContext call, WriteTransaction state)
    {
        AccessKeys.Delete(state, state.AccessKey(call, request.UserName, request.AccessKeyId));
        return DeleteAccessKeyResponse.Empty;
    }
}
