using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Keeps the metadata of a SAML identity provider, by which trust policies can name it.</summary>
internal sealed class CreateSAMLProvider : WriteOperation<CreateSAMLProviderRequest, CreateSAMLProviderResponse>
{
    /// <inheritdoc/>
    // Until AssumeRoleWithSAML is there.
    public override Coverage Coverage => Coverage.StoredOnly;

    protected override void Refine(CreateSAMLProviderRequest request, CallContext call)
    {
        SamlMetadataInput.DemandEnd(request.SAMLMetadataDocument, call.Time);
        if (request.AssertionEncryptionMode is not null || request.AddPrivateKey is not null)
        {
            throw AwsError.InvalidInput("Encrypted assertions are not supported by this server.");
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

    protected override CreateSAMLProviderResponse Commit(CreateSAMLProviderRequest request, CallContext call, WriteTransaction state)
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
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        SamlProviders.Insert(state, provider);
        return new CreateSAMLProviderResponse { SAMLProviderArn = arn, Tags = Tagging.Shapes(provider.Tags) };
    }
}
