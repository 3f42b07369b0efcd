using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes an OpenID Connect provider: its tokens open no role any more.</summary>
internal sealed class DeleteOpenIDConnectProvider : WriteOperation<DeleteOpenIDConnectProviderRequest, DeleteOpenIDConnectProviderResponse>
{
    protected override void Refine(DeleteOpenIDConnectProviderRequest request, CallContext call) =>
        ManagedPolicyLookup.DemandArn(request.OpenIDConnectProviderArn);

    protected override void Authorize(DeleteOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddOidcProvider("iam:DeleteOpenIDConnectProvider", call, request.OpenIDConnectProviderArn, state);

    // AWS: deleting what is not there succeeds.
    protected override DeleteOpenIDConnectProviderResponse Commit(
        DeleteOpenIDConnectProviderRequest request, CallContext call, WriteTransaction state)
    {
        if (OidcProviders.Find(state, state.Account, request.OpenIDConnectProviderArn) is { } provider)
        {
            OidcProviders.Delete(state, provider);
        }

        return DeleteOpenIDConnectProviderResponse.Empty;
    }
}
