using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Claviger.Store;
using Microsoft.IdentityModel.Tokens;

namespace Claviger.Sts;

/// <summary>The keys that OpenID Connect issuers publish, fetched from the issuers themselves and kept for some minutes.</summary>
/// <remarks>
/// An issuer is one that an account has registered. Only its own host is asked, redirects are not followed, and answers are bounded.
/// A certificate must be one that the system trusts, or be on the provider's list of thumbprints.
/// </remarks>
internal sealed class IssuerKeys(TimeProvider time)
{
    private const string Discovery = "/.well-known/openid-configuration";
    private const int MostBytes = 512 * 1024;
    private const int MostIssuers = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Arn, string Thumbprints), Task<Fetched>> _fetched = new();

    /// <summary>The keys of a provider; asked for again where none is the one that is looked for, but not again and again.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="keyId">Id of the key that is looked for; null if the token doesn't say.</param>
    /// <exception cref="HttpRequestException">The issuer can't be reached, or its answer can't be read.</exception>
    public async ValueTask<IReadOnlyList<SecurityKey>> OfAsync(OidcProviderRecord provider, string? keyId)
    {
        var id = (provider.Arn, string.Join(',', provider.Thumbprints));
        var now = time.GetUtcNow();
        if (_fetched.TryGetValue(id, out var fetching))
        {
            var known = await fetching;
            var age = now - known.At;
            if (age < AskedAgain || (age < Kept && known.Keys.Any(key => key.KeyId == keyId)))
            {
                return known.Keys;
            }

            _fetched.TryRemove(KeyValuePair.Create(id, fetching));
        }

        if (_fetched.Count >= MostIssuers)
        {
            _fetched.Clear();
        }

        var fresh = _fetched.GetOrAdd(id, _ => FetchAsync(provider, now));
        try
        {
            return (await fresh).Keys;
        }
        catch
        {
            _fetched.TryRemove(KeyValuePair.Create(id, fresh));
            throw;
        }
    }

    private static async Task<Fetched> FetchAsync(OidcProviderRecord provider, DateTimeOffset now)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, _, chain, errors) => IsTrusted(chain, errors, provider.Thumbprints),
            },
        };
        using var http = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };
        try
        {
            var issuer = new Uri(provider.Url);
            using var configuration = JsonDocument.Parse(await http.GetStringAsync(new Uri(provider.Url.TrimEnd('/') + Discovery)));
            var keysAt = new Uri(configuration.RootElement.GetProperty("jwks_uri").GetString()!);
            return keysAt.Scheme == issuer.Scheme && keysAt.Authority == issuer.Authority
                ? new Fetched([.. new JsonWebKeySet(await http.GetStringAsync(keysAt)).GetSigningKeys()], now)
                : throw new HttpRequestException("The issuer's keys are at another host.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or UriFormatException
            or KeyNotFoundException or TaskCanceledException)
        {
            throw new HttpRequestException("The issuer's keys can't be read.", exception);
        }
    }

    private static bool IsTrusted(X509Chain? chain, SslPolicyErrors errors, IReadOnlyList<string> thumbprints)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        // AWS: the thumbprint is that of the last certificate that the issuer sends.
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && chain is { ChainElements.Count: > 0 }
            && thumbprints.Contains(chain.ChainElements[^1].Certificate.GetCertHashString(HashAlgorithmName.SHA1), StringComparer.OrdinalIgnoreCase)
            && chain.ChainStatus.All(static status => status.Status is X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain
                or X509ChainStatusFlags.RevocationStatusUnknown or X509ChainStatusFlags.OfflineRevocation);
    }

    private sealed record Fetched(IReadOnlyList<SecurityKey> Keys, DateTimeOffset At);
}
