using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets roles trust the assertions of a SAML identity provider whose metadata is uploaded.</summary>
internal sealed class CreateSAMLProvider(SecretBox box)
    : PreparedWriteOperation<CreateSAMLProviderRequest, SamlPrivateKey?, CreateSAMLProviderResponse>
{
    private const string Required = "Required";

    protected override void Refine(CreateSAMLProviderRequest request, CallContext call)
    {
        SamlMetadataInput.DemandEnd(request.SAMLMetadataDocument, call.Time);
        if (request.AddPrivateKey is { } key)
        {
            SamlPrivateKey.Check(key);
        }
        else if (request.AssertionEncryptionMode == Required)
        {
            throw AwsError.InvalidInput("Unable to set assertion encryption mode to Required because no private key is provided.");
        }
    }

    protected override void Authorize(CreateSAMLProviderRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = Arns.SamlProvider(call.Caller.Account, request.Name);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreateSAMLProvider", arn).WithRequestTags(tags);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagSAMLProvider", arn).WithRequestTags(tags);
        }
    }

    protected override ValueTask<SamlPrivateKey?> PrepareAsync(CreateSAMLProviderRequest request, CallContext call) =>
        new(SamlPrivateKey.New(request.AddPrivateKey, call.Caller.Account, box));

    protected override CreateSAMLProviderResponse Commit(
        CreateSAMLProviderRequest request, SamlPrivateKey? prepared, CallContext call, WriteTransaction state)
    {
        var arn = Arns.SamlProvider(state.Account, request.Name);
        if (SamlProviders.Find(state, state.Account, arn) is not null)
        {
            throw AwsError.EntityAlreadyExists($"SAMLProvider with name {request.Name} already exists.");
        }

        Quotas.Demand(state, "SAMLProvidersPerAccount", SamlProviders.Count(state, state.Account));
        var provider = new SamlProviderRecord
        {
            Arn = arn,
            Account = state.Account,
            Id = UniqueId.New("ASPA"),
            Metadata = request.SAMLMetadataDocument,
            ValidUntil = SamlMetadataInput.DemandEnd(request.SAMLMetadataDocument, state.Now),
            EncryptionMode = request.AssertionEncryptionMode,
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        SamlProviders.Insert(state, provider);
        prepared?.AddTo(provider, state);
        return new CreateSAMLProviderResponse { SAMLProviderArn = arn, Tags = Tagging.Shapes(provider.Tags) };
    }
}
