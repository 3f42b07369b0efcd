using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An identity provider whose SAML assertions an account trusts.</summary>
public sealed record SamlProviderRecord
{
    /// <summary>ARN, by which it is known.</summary>
    public required string Arn { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the provider.</summary>
    public required string Id { get; init; }

    /// <summary>Its metadata document, as it was uploaded.</summary>
    public required string Metadata { get; init; }

    /// <summary>When the metadata ends.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>Whether assertions must be encrypted (<c>Required</c>) or may be (<c>Allowed</c>); null where it was never said.</summary>
    public string? EncryptionMode { get; init; }

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
