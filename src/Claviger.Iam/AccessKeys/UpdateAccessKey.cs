using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Switches an access key on or off.</summary>
internal sealed class UpdateAccessKey : WriteOperation<UpdateAccessKeyRequest, UpdateAccessKeyResponse>
{
    protected override void Refine(UpdateAccessKeyRequest request, CallContext call) => CredentialStatus.Demand(request.Status);

    protected override void Authorize(UpdateAccessKeyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddKeyOwner("iam:UpdateAccessKey", call, request.UserName, state);

    protected override UpdateAccessKeyResponse Commit(UpdateAccessKeyRequest request, CallContext call, WriteTransaction state)
    {
        var key = state.AccessKey(call, request.UserName, request.AccessKeyId);
        AccessKeys.Update(state, key with { IsActive = request.Status == CredentialStatus.Active });
        return UpdateAccessKeyResponse.Empty;
    }
}
