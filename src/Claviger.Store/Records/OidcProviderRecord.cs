using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An issuer of OpenID Connect tokens that an account trusts.</summary>
public sealed record OidcProviderRecord
{
    /// <summary>ARN, by which it is known.</summary>
    public required string Arn { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Address of the issuer, as its tokens name it.</summary>
    public required string Url { get; init; }

    /// <summary>The audiences that tokens must be for.</summary>
    public IReadOnlyList<string> ClientIds { get; init; } = [];

    /// <summary>SHA-1 of certificates that the issuer may be served with beside those that the system trusts, in hexadecimal.</summary>
    public IReadOnlyList<string> Thumbprints { get; init; } = [];

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
