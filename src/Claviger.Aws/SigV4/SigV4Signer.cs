using System.Text;

namespace Claviger.Aws;

/// <summary>The client's side of a signature: signs requests with an access key for one region and service.</summary>
public sealed class SigV4Signer
{
    private readonly string _accessKeyId;
    private readonly SigningSecret _secret;
    private readonly string? _sessionToken;
    private readonly string _region;
    private readonly SigningRules _rules;

    /// <param name="accessKeyId">The access key's id.</param>
    /// <param name="secretAccessKey">Its secret.</param>
    /// <param name="sessionToken">The session token of temporary credentials; null for others.</param>
    /// <param name="region">The region to sign for.</param>
    /// <param name="rules">The rules of the service to sign for.</param>
    public SigV4Signer(string accessKeyId, string secretAccessKey, string? sessionToken, string region, SigningRules rules)
    {
        _accessKeyId = accessKeyId;
        _secret = new SigningSecret(secretAccessKey);
        _sessionToken = sessionToken;
        _region = region;
        _rules = rules;
    }

    /// <summary>Signs a request in its Authorization header.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawTarget">Path and query, encoded as they will be sent.</param>
    /// <param name="headers">The headers to sign, the host among them; what the signature needs is added, its own header last.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="now">The time of signing.</param>
    public void Sign(string method, string rawTarget, HeaderList headers, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (_rules.ForObjects)
        {
            var hash = new ByteWriter(stackalloc byte[64]);
            PayloadHash.WriteOf(ref hash, body.Span);
            headers.Add(AuthorizationPart.ContentHashHeader, Encoding.ASCII.GetString(hash.Written));
        }

        Sign(new SignedRequest(method, rawTarget, headers, body), headers, now);
    }

    /// <summary>Signs a request to S3 whose body is sent as a stream.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawTarget">Path and query, encoded as they will be sent.</param>
    /// <param name="headers">The headers to sign, the host among them; what the signature needs is added, its own header last.</param>
    /// <param name="contentHash">The SHA-256 of the body in lower-case hexadecimal; null leaves the body unsigned.</param>
    /// <param name="now">The time of signing.</param>
    public void SignStream(string method, string rawTarget, HeaderList headers, string? contentHash, DateTimeOffset now)
    {
        headers.Add(AuthorizationPart.ContentHashHeader, contentHash ?? PayloadHash.Unsigned);
        Sign(new SignedRequest(method, rawTarget, headers, default), headers, now);
    }

    /// <summary>Signs a request in its query.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="rawTarget">Path and query, encoded as they will be sent.</param>
    /// <param name="headers">The headers to sign, the host among them.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="now">The time of signing.</param>
    /// <param name="expires">How long the request may be sent, in whole seconds.</param>
    /// <returns>The target with the signature in its query.</returns>
    public string Presign(
        string method, string rawTarget, HeaderList headers, ReadOnlyMemory<byte> body, DateTimeOffset now, TimeSpan expires)
    {
        var signedHeaders = NamesOf(headers);
        var target = new StringBuilder(rawTarget);
        target.Append(rawTarget.Contains('?', StringComparison.Ordinal) ? '&' : '?');
        target.Append(AuthorizationPart.QueryAlgorithm).Append('=').Append(AuthorizationPart.Algorithm);
        Append(target, AuthorizationPart.QueryCredential, Credential(now));
        Append(target, AuthorizationPart.QueryDate, AmzDate.Format(now));
        Append(target, AuthorizationPart.QueryExpires, $"{(long)expires.TotalSeconds}");
        Append(target, AuthorizationPart.QuerySignedHeaders, signedHeaders);
        if (_sessionToken is not null)
        {
            Append(target, AuthorizationPart.QuerySecurityToken, _sessionToken);
        }

        var signature = Calculate(new SignedRequest(method, target.ToString(), headers, body), signedHeaders, now, presigned: true);
        Append(target, AuthorizationPart.QuerySignature, signature);
        return target.ToString();
    }

    private void Sign(in SignedRequest request, HeaderList headers, DateTimeOffset now)
    {
        headers.Add(AuthorizationPart.DateHeader, AmzDate.Format(now));
        if (_sessionToken is not null)
        {
            headers.Add(AuthorizationPart.SecurityTokenHeader, _sessionToken);
        }

        var signedHeaders = NamesOf(headers);
        var signature = Calculate(in request, signedHeaders, now, presigned: false);
        headers.Add(
            AuthorizationPart.AuthorizationHeader,
            $"{AuthorizationPart.Algorithm} Credential={Credential(now)}, SignedHeaders={signedHeaders}, Signature={signature}");
    }

    private static string NamesOf(HeaderList headers) => string.Join(
        ';', headers.Names.Select(static name => name.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static void Append(StringBuilder target, string name, string value) =>
        target.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));

    private string Credential(DateTimeOffset now) =>
        $"{_accessKeyId}/{AmzDate.Format(now)[..AmzDate.DayLength]}/{_region}/{_rules.Service}/{AuthorizationPart.Terminator}";

    private string Calculate(in SignedRequest request, string signedHeaders, DateTimeOffset now, bool presigned)
    {
        var date = AmzDate.Format(now);
        var authorization = new SigV4Authorization
        {
            IsPresigned = presigned,
            Day = date.AsSpan(0, AmzDate.DayLength),
            Region = _region,
            Service = _rules.Service,
            Date = date,
            SignedHeaders = signedHeaders,
        };
        Span<byte> signature = stackalloc byte[64];
        var key = _secret.KeyFor(in authorization, out var derived);
        if (SigV4Verifier.Sign(in request, in authorization, _rules, key, signature) is { } error)
        {
            throw error;
        }

        if (derived)
        {
            _secret.Keep(key);
        }

        return Encoding.ASCII.GetString(signature);
    }
}
