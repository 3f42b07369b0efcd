namespace Claviger.Pipeline;

/// <summary>Where clients reach AWS's endpoint of this server. Its port may be known only once it listens.</summary>
/// <param name="url">Where, as far as is known before.</param>
public sealed class EndpointAddress(Uri url)
{
    private volatile Uri _url = url;

    /// <summary>Where.</summary>
    public Uri Url
    {
        get => _url;
        set => _url = value;
    }

    /// <summary>The address of an account's token issuer, by which its tokens name it.</summary>
    /// <param name="id">The issuer's id.</param>
    public string OfIssuer(string id) => Issuers + id;

    /// <summary>Whether an address is that of a token issuer of this server.</summary>
    public bool IsOfIssuer(string address) => address.StartsWith(Issuers, StringComparison.Ordinal);

    private string Issuers => _url.ToString().TrimEnd('/') + TokenIssuerEndpoint.Prefix;
}
