using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts another metadata document in place of a SAML provider's, or changes what it says of encrypted assertions.</summary>
internal sealed class UpdateSAMLProvider(SecretBox box)
    : PreparedWriteOperation<UpdateSAMLProviderRequest, SamlPrivateKey?, UpdateSAMLProviderResponse>
{
    protected override void Refine(UpdateSAMLProviderRequest request, CallContext call)
    {
        if (request is { SAMLMetadataDocument: null, AssertionEncryptionMode: null, AddPrivateKey: null, RemovePrivateKey: null })
        {
            throw AwsError.InvalidInput("Unable to update identity provider. No updates are defined for metadata or encryption assertion.");
        }

        if (request is { AddPrivateKey: not null, RemovePrivateKey: not null })
        {
            throw AwsError.InvalidInput("Unable to add and remove private keys in the same request. Set a value for only one of the two parameters.");
        }

        if (request.SAMLMetadataDocument is { } document)
        {
            SamlMetadataInput.DemandEnd(document, call.Time);
        }

        if (request.AddPrivateKey is { } key)
        {
            SamlPrivateKey.Check(key);
        }
    }

    protected override void Authorize(UpdateSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddSamlProvider("iam:UpdateSAMLProvider", call, request.SAMLProviderArn, state);

    protected override ValueTask<SamlPrivateKey?> PrepareAsync(UpdateSAMLProviderRequest request, CallContext call) =>
        new(SamlPrivateKey.New(request.AddPrivateKey, call.Caller.Account, box));

    protected override UpdateSAMLProviderResponse Commit(
        UpdateSAMLProviderRequest request, SamlPrivateKey? prepared, CallContext call, WriteTransaction state)
    {
        var provider = state.SamlProvider(call, request.SAMLProviderArn);
        var mode = request.AssertionEncryptionMode ?? provider.EncryptionMode;
        prepared?.AddTo(provider, state);
        if (request.RemovePrivateKey is { } id)
        {
            Remove(id, provider, state);
        }

        if (mode == "Required" && SamlKeys.Of(state, provider.Arn).Count == 0)
        {
            throw AwsError.InvalidInput(request.RemovePrivateKey is null
                ? "Unable to set assertion encryption mode to Required because no private key is provided."
                : "Failed to remove private key.");
        }

        SamlProviders.Update(state, provider with
        {
            EncryptionMode = mode,
            Metadata = request.SAMLMetadataDocument ?? provider.Metadata,
            ValidUntil = request.SAMLMetadataDocument is { } document ? SamlMetadataInput.DemandEnd(document, state.Now) : provider.ValidUntil,
        });
        return new UpdateSAMLProviderResponse { SAMLProviderArn = provider.Arn };
    }

    private static void Remove(string id, SamlProviderRecord provider, WriteTransaction state)
    {
        var key = SamlKeys.Of(state, provider.Arn).FirstOrDefault(key => key.Id == id)
            ?? throw AwsError.InvalidInput("Failed to remove private key because the Key ID does not match a private key.");
        SamlKeys.Delete(state, key);
    }
}
