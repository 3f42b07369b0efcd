using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The issuer of the tokens by which an account's principals show elsewhere who they are.</summary>
public sealed record TokenIssuerRecord
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its id, a UUID, which is part of its address; the same for as long as there is the account.</summary>
    public required string Id { get; init; }

    /// <summary>Whether tokens may be had.</summary>
    public required bool IsEnabled { get; init; }

    /// <summary>Its public keys as a JSON Web Key Set.</summary>
    public required string PublishedKeys { get; init; }

    /// <summary>Its private keys, an RSA and an EC one in PEM, sealed for <see cref="SecretPurpose.TokenSigning"/>.</summary>
    public required byte[] SealedPrivateKeys { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
