using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's SAML providers, by ARN.</summary>
internal sealed class ListSAMLProviders : ReadOperation<ListSAMLProvidersRequest, ListSAMLProvidersResponse>
{
    protected override void Authorize(ListSAMLProvidersRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListSAMLProviders");

    protected override ListSAMLProvidersResponse Run(ListSAMLProvidersRequest request, CallContext call, ReadTransaction state) => new()
    {
        SAMLProviderList = [.. SamlProviders.Of(state, call.Caller.Account).Select(static provider => new SAMLProviderListEntryShape
        {
            Arn = provider.Arn,
            ValidUntil = provider.ValidUntil,
            CreateDate = provider.Created,
        })],
    };
}
