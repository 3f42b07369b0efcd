using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts another metadata document in place of a SAML provider's.</summary>
internal sealed class UpdateSAMLProvider : WriteOperation<UpdateSAMLProviderRequest, UpdateSAMLProviderResponse>
{
    /// <inheritdoc/>
    // Until AssumeRoleWithSAML is there.
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(UpdateSAMLProviderRequest request, CallContext call)
    {
        if (request.SAMLMetadataDocument is { } document)
        {
            SamlMetadataInput.DemandEnd(document, call.Time);
        }

        if (request.AssertionEncryptionMode is not null || request.AddPrivateKey is not null || request.RemovePrivateKey is not null)
        {
            throw AwsError.InvalidInput("Encrypted assertions are not supported by this server.");
        }
    }

    protected override void Authorize(UpdateSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:UpdateSAMLProvider", call, request.SAMLProviderArn, state);

    protected override UpdateSAMLProviderResponse Commit(UpdateSAMLProviderRequest request, CallContext call, WriteTransaction state)
    {
        var provider = state.SamlProvider(call, request.SAMLProviderArn);
        if (request.SAMLMetadataDocument is { } document)
        {
            SamlProviders.Update(state, provider with { Metadata = document, ValidUntil = SamlMetadataInput.DemandEnd(document, state.Now) });
        }

        return new UpdateSAMLProviderResponse { SAMLProviderArn = provider.Arn };
    }
}
