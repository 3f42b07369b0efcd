using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows a SAML provider with its metadata document.</summary>
internal sealed class GetSAMLProvider : ReadOperation<GetSAMLProviderRequest, GetSAMLProviderResponse>
{
    protected override void Authorize(GetSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:GetSAMLProvider", call, request.SAMLProviderArn, state);

    protected override GetSAMLProviderResponse Run(GetSAMLProviderRequest request, CallContext call, ReadTransaction state)
    {
        var provider = state.SamlProvider(call, request.SAMLProviderArn);
        return new GetSAMLProviderResponse
        {
            SAMLProviderUUID = provider.Id,
            SAMLMetadataDocument = provider.Metadata,
            CreateDate = provider.Created,
            ValidUntil = provider.ValidUntil,
            Tags = Tagging.Shapes(provider.Tags),
            AssertionEncryptionMode = provider.EncryptionMode,
            PrivateKeyList =
            [
                .. SamlKeys.Of(state, provider.Arn).Select(static key => new SAMLPrivateKeyShape { KeyId = key.Id, Timestamp = key.Created }),
            ],
        };
    }
}
