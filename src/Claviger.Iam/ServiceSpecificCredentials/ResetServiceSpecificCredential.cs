using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Gives a credential for a service a new secret, which is in this answer and never shown again; the old one is void.</summary>
internal sealed class ResetServiceSpecificCredential(IStore store, SecretBox box)
    : PreparedWriteOperation<ResetServiceSpecificCredentialRequest, PreparedServiceCredential, ResetServiceSpecificCredentialResponse>
{
    /// <inheritdoc/>
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Authorize(ResetServiceSpecificCredentialRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddServiceCredentialOwner(
            "iam:ResetServiceSpecificCredential", call, request.UserName, request.ServiceSpecificCredentialId, state);

    protected override async ValueTask<PreparedServiceCredential> PrepareAsync(ResetServiceSpecificCredentialRequest request, CallContext call)
    {
        var credential = await store.ReadAsync(state => state.ServiceCredential(call, request.UserName, request.ServiceSpecificCredentialId));
        return PreparedServiceCredential.New(ServiceCredentialForm.Of(credential.Service)!, credential.Id, box, call);
    }

    protected override ResetServiceSpecificCredentialResponse Commit(
        ResetServiceSpecificCredentialRequest request, PreparedServiceCredential prepared, CallContext call, WriteTransaction state)
    {
        var user = state.User(call, UserTargets.NameOrOwn(request.UserName, call));
        var credential = state.ServiceCredential(call, request.UserName, request.ServiceSpecificCredentialId) with { SealedSecret = prepared.Sealed };
        ServiceCredentials.Update(state, credential);
        return new ResetServiceSpecificCredentialResponse
        {
            ServiceSpecificCredential = ServiceCredentialTargets.Whole(credential, user, prepared.Secret),
        };
    }
}
