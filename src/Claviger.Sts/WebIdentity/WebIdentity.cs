using System.Globalization;
using Claviger.Aws;
using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Claviger.Sts;

/// <summary>Somebody whom a token of an OpenID Connect issuer means, once the token was found to be good.</summary>
internal sealed class WebIdentity(JsonWebToken token, OidcProviderRecord provider) : IFederatedIdentity
{
    private const string TagsClaim = "https://aws.amazon.com/tags";
    private const string SourceIdentityClaim = "https://aws.amazon.com/source_identity";
    private const string AuthorizedParty = "azp";

    // AWS: of an issuer's claims those alone are condition keys that the service reference lists; for any issuer these.
    private static readonly string[] OfEveryIssuer = ["sub", "amr"];

    /// <summary>ARN of the provider that vouches.</summary>
    public string ProviderArn => provider.Arn;

    /// <summary>The issuer, as the token names it.</summary>
    public string Issuer => token.Issuer;

    /// <summary>Whom the issuer means.</summary>
    public string Subject => token.Subject;

    /// <summary>Whom the token is for.</summary>
    // AWS: an authorized party stands before the audience.
    public string Audience => token.TryGetPayloadValue<string>(AuthorizedParty, out var party) ? party : token.Audiences.First();

    /// <summary>Tags that the issuer gives the session.</summary>
    public SessionTagClaims Tags => SessionTagClaims.Read(token.TryGetPayloadValue<System.Text.Json.JsonElement>(TagsClaim, out var claim) ? claim : default);

    /// <summary>Source identity that the issuer gives the session; null if it gives none.</summary>
    public string? SourceIdentity => token.TryGetPayloadValue<string>(SourceIdentityClaim, out var identity) ? identity : null;

    /// <summary>The condition keys that the session keeps, for policies of the role and of what it uses.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> LastingKeys => [new($"{Name}:aud", Audience), new($"{Name}:sub", Subject)];

    /// <summary>The condition keys that the token gives values to.</summary>
    public IEnumerable<KeyValuePair<ContextKey, ContextValue>> Keys()
    {
        var name = Name;
        yield return new(ContextKey.Of($"{name}:aud"), Audience);
        if (token.TryGetPayloadValue<string>(AuthorizedParty, out _))
        {
            yield return new(ContextKey.Of($"{name}:oaud"), ContextValue.List([.. token.Audiences]));
        }

        ServiceReference.TryFind("sts", out var sts);
        foreach (var claim in token.Claims.Select(static claim => claim.Type).Distinct(StringComparer.Ordinal))
        {
            var key = $"{name}:{claim}";
            if (OfEveryIssuer.Contains(claim, StringComparer.Ordinal) || sts!.TryFindConditionKey(key, out _))
            {
                yield return new(ContextKey.Of(key), ValueOf(claim));
            }
        }
    }

    private string Name => provider.Url[(provider.Url.IndexOf("://", StringComparison.Ordinal) + 3)..];

    private ContextValue ValueOf(string claim)
    {
        string[] values = [.. token.Claims.Where(it => it.Type == claim).Select(static it => it.Value)];
        return values.Length == 1 && claim != "amr" ? ContextValue.Of(values[0]) : ContextValue.List(values);
    }

    /// <summary>The refusal of a token whose time is over, in AWS's words.</summary>
    public static AwsError Expired(DateTimeOffset now, DateTimeOffset end) => AwsError.ExpiredTokenException(string.Create(
        CultureInfo.InvariantCulture,
        $"Token expired: current date/time {now.ToUnixTimeSeconds()} must be before the expiration date/time {end.ToUnixTimeSeconds()}"));
}
