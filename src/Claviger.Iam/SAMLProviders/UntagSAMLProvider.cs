using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a SAML provider; keys that it doesn't have are passed over.</summary>
internal sealed class UntagSAMLProvider : WriteOperation<UntagSAMLProviderRequest, UntagSAMLProviderResponse>
{
    protected override void Authorize(UntagSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:UntagSAMLProvider", call, request.SAMLProviderArn, state).WithTagKeys(request.TagKeys);

    protected override UntagSAMLProviderResponse Commit(UntagSAMLProviderRequest request, CallContext call, WriteTransaction state)
    {
        var present = state.SamlProvider(call, request.SAMLProviderArn);
        SamlProviders.Update(state, present with { Tags = present.Tags.Without(request.TagKeys) });
        return UntagSAMLProviderResponse.Empty;
    }
}
