using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's OpenID Connect providers, by ARN.</summary>
internal sealed class ListOpenIDConnectProviders : ReadOperation<ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResponse>
{
    protected override void Authorize(ListOpenIDConnectProvidersRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListOpenIDConnectProviders");

    protected override ListOpenIDConnectProvidersResponse Run(
        ListOpenIDConnectProvidersRequest request, CallContext call, ReadTransaction state) => new()
    {
        OpenIDConnectProviderList =
            [.. OidcProviders.Of(state, call.Caller.Account).Select(static provider => new OpenIDConnectProviderListEntryShape { Arn = provider.Arn })],
    };
}
