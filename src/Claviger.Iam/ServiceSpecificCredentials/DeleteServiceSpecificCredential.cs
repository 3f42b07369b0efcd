using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a credential for a service.</summary>
internal sealed class DeleteServiceSpecificCredential : WriteOperation<DeleteServiceSpecificCredentialRequest, DeleteServiceSpecificCredentialResponse>
{
    protected override void Authorize(DeleteServiceSpecificCredentialRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServiceCredentialOwner(
            "iam:DeleteServiceSpecificCredential", call, request.UserName, request.ServiceSpecificCredentialId, state);

    protected override DeleteServiceSpecificCredentialResponse Commit(
        DeleteServiceSpecificCredentialRequest request, CallContext call, WriteTransaction state)
    {
        ServiceCredentials.Delete(state, state.ServiceCredential(call, request.UserName, request.ServiceSpecificCredentialId));
        return DeleteServiceSpecificCredentialResponse.Empty;
    }
}
