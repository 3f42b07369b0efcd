using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a SAML provider.</summary>
internal sealed class DeleteSAMLProvider : WriteOperation<DeleteSAMLProviderRequest, DeleteSAMLProviderResponse>
{
    protected override void Authorize(DeleteSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:DeleteSAMLProvider", call, request.SAMLProviderArn, state);

    protected override DeleteSAMLProviderResponse Commit(DeleteSAMLProviderRequest request, CallContext call, WriteTransaction state)
    {
        SamlProviders.Delete(state, state.SamlProvider(call, request.SAMLProviderArn));
        return DeleteSAMLProviderResponse.Empty;
    }
}
