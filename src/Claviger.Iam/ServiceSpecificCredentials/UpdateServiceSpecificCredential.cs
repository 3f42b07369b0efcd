using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Switches a credential for a service on or off.</summary>
internal sealed class UpdateServiceSpecificCredential : WriteOperation<UpdateServiceSpecificCredentialRequest, UpdateServiceSpecificCredentialResponse>
{
    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(UpdateServiceSpecificCredentialRequest request, CallContext call) => CredentialStatus.Demand(request.Status);

    protected override void Authorize(UpdateServiceSpecificCredentialRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServiceCredentialOwner(
            "iam:UpdateServiceSpecificCredential", call, request.UserName, request.ServiceSpecificCredentialId, state);

    protected override UpdateServiceSpecificCredentialResponse Commit(
        UpdateServiceSpecificCredentialRequest request, CallContext call, WriteTransaction state)
    {
        var credential = state.ServiceCredential(call, request.UserName, request.ServiceSpecificCredentialId);
        ServiceCredentials.Update(state, credential with { IsActive = request.Status == CredentialStatus.Active });
        return UpdateServiceSpecificCredentialResponse.Empty;
    }
}
