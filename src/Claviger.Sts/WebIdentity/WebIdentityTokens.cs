using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Claviger.Sts;

/// <summary>Checks the tokens that AssumeRoleWithWebIdentity is called with: signature, issuer, audience, times.</summary>
internal sealed class WebIdentityTokens(IStore store, EndpointAddress address, TimeProvider time)
{
    private const string NoKey =
        "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";

    // AWS: RSA with PKCS #1 padding, and ECDSA; nothing symmetric, and never none.
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"];
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new();
    private readonly IssuerKeys _keys = new(time);

    /// <summary>Checks a token of a provider of an account.</summary>
    /// <param name="text">The token.</param>
    /// <param name="account">The account of the role that is asked for, whose providers alone are trusted.</param>
    /// <param name="now">The time of the call.</param>
    /// <exception cref="AwsError">InvalidIdentityToken, ExpiredTokenException or IDPCommunicationError.</exception>
    public async ValueTask<WebIdentity> CheckAsync(string text, AccountId account, DateTimeOffset now)
    {
        var token = Read(text);
        if (address.IsOfIssuer(token.Issuer ?? ""))
        {
            // AWS: its own tokens, by which its principals are known elsewhere, are not good for coming back.
            throw AwsError.InvalidIdentityToken("Tokens of GetWebIdentityToken can't be used for AssumeRoleWithWebIdentity.");
        }

        var provider = await store.ReadAsync((account, token.Issuer), static (state, it) => FindProvider(state, it.account, it.Issuer))
            ?? throw AwsError.InvalidIdentityToken($"No OpenIDConnect provider found in your account for {token.Issuer}");
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            throw AwsError.InvalidIdentityToken("The algorithm of the token's signature is not supported.");
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Url,
            IssuerSigningKeys = await KeysOfAsync(provider, token),
            ValidAlgorithms = Algorithms,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireSignedTokens = true,
        });
        if (!result.IsValid)
        {
            throw AwsError.InvalidIdentityToken(
                result.Exception is SecurityTokenSignatureKeyNotFoundException ? NoKey : "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }

        DemandTimes(token, now);
        var identity = new WebIdentity(token, provider);
        if (string.IsNullOrEmpty(token.Subject) || !token.Audiences.Any() || !provider.ClientIds.Contains(identity.Audience, StringComparer.Ordinal))
        {
            throw AwsError.InvalidIdentityToken("Incorrect token audience");
        }

        return identity;
    }

    private static JsonWebToken Read(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (ArgumentException)
        {
            throw AwsError.InvalidIdentityToken("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
        }
    }

    // A token names its issuer with the scheme, an ARN without; whatever else differs is another issuer.
    private static OidcProviderRecord? FindProvider(ReadTransaction state, AccountId account, string? issuer)
    {
        var scheme = issuer is null ? -1 : issuer.IndexOf("://", StringComparison.Ordinal);
        if (issuer is null || scheme < 0 || issuer.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return null;
        }

        return OidcProviders.Find(state, account, $"arn:aws:iam::{account}:oidc-provider/{issuer[(scheme + 3)..]}") is { } found && found.Url == issuer
            ? found
            : null;
    }

    private static void DemandTimes(JsonWebToken token, DateTimeOffset now)
    {
        if (!token.TryGetPayloadValue<long>("exp", out var seconds) || !token.TryGetPayloadValue<long>("iat", out _))
        {
            throw AwsError.InvalidIdentityToken("Missing a required claim: exp, iat");
        }

        var end = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
        if (now >= end)
        {
            throw WebIdentity.Expired(now, end);
        }

        if (token.ValidFrom > (now + Skew).UtcDateTime || token.IssuedAt > (now + Skew).UtcDateTime)
        {
            throw AwsError.InvalidIdentityToken("The token is not valid yet.");
        }
    }

    private async ValueTask<IReadOnlyList<SecurityKey>> KeysOfAsync(OidcProviderRecord provider, JsonWebToken token)
    {
        try
        {
            var published = await _keys.OfAsync(provider, token.Kid);
            return string.IsNullOrEmpty(token.Kid) ? published : [.. published.Where(key => key.KeyId == token.Kid)];
        }
        catch (HttpRequestException)
        {
            throw AwsError.IDPCommunicationError(NoKey);
        }
    }
}
