using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A private key that opens the encrypted assertions of a SAML provider.</summary>
public sealed record SamlKeyRecord
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>ARN of the provider.</summary>
    public required string ProviderArn { get; init; }

    /// <summary>The key in PEM, sealed for <see cref="SecretPurpose.SamlAssertionKey"/>.</summary>
    public required byte[] SealedPrivateKey { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset Created { get; init; }
}
