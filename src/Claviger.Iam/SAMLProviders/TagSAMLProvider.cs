using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a SAML provider, over those with the same keys.</summary>
internal sealed class TagSAMLProvider : WriteOperation<TagSAMLProviderRequest, TagSAMLProviderResponse>
{
    protected override void Authorize(TagSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:TagSAMLProvider", call, request.SAMLProviderArn, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagSAMLProviderResponse Commit(TagSAMLProviderRequest request, CallContext call, WriteTransaction state)
    {
        var present = state.SamlProvider(call, request.SAMLProviderArn);
        SamlProviders.Update(state, present with { Tags = Tagging.Merge(present.Tags, Tagging.Read(request.Tags)) });
        return TagSAMLProviderResponse.Empty;
    }
}
