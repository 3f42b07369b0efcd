using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lets roles trust the tokens of an OpenID Connect issuer.</summary>
internal sealed class CreateOpenIDConnectProvider : WriteOperation<CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse>
{
    private const string ClientIdQuota = "ClientIdsPerOpenIdConnectProvider";

    protected override void Refine(CreateOpenIDConnectProviderRequest request, CallContext call)
    {
        OidcProviderInput.NameOf(request.Url);
        OidcProviderInput.DemandThumbprints(request.ThumbprintList);
    }

    protected override void Authorize(CreateOpenIDConnectProviderRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = ArnOf(request, call);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreateOpenIDConnectProvider", arn).WithRequestTags(tags);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagOpenIDConnectProvider", arn).WithRequestTags(tags);
        }
    }

    protected override CreateOpenIDConnectProviderResponse Commit(
        CreateOpenIDConnectProviderRequest request, CallContext call, WriteTransaction state)
    {
        var arn = ArnOf(request, call);
        if (OidcProviders.Find(state, state.Account, arn) is not null)
        {
            throw AwsError.EntityAlreadyExists($"Provider with url {request.Url} already exists.");
        }

        string[] clientIds = [.. (request.ClientIDList ?? []).Distinct(StringComparer.Ordinal)];
        Quotas.Demand(state, "OpenIdConnectProvidersPerAccount", OidcProviders.Count(state, state.Account));
        Quotas.Demand(state, ClientIdQuota, clientIds.Length - 1);
        var provider = new OidcProviderRecord
        {
            Arn = arn,
            Account = state.Account,
            Url = request.Url,
            ClientIds = clientIds,
            Thumbprints = request.ThumbprintList ?? [],
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        OidcProviders.Insert(state, provider);
        return new CreateOpenIDConnectProviderResponse { OpenIDConnectProviderArn = arn, Tags = Tagging.Shapes(provider.Tags) };
    }

    private static string ArnOf(CreateOpenIDConnectProviderRequest request, CallContext call) =>
        Arns.OidcProvider(call.Caller.Account, OidcProviderInput.NameOf(request.Url));
}
