using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The public half of an EC2 key pair.</summary>
public sealed record KeyPairRecord
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Its name, unique in account and region, told apart by case.</summary>
    public required string Name { get; init; }

    /// <summary><c>key-</c> and 17 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary><c>rsa</c> or <c>ed25519</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its fingerprint, as AWS writes it for keys of its kind and origin.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The public key in OpenSSH's form.</summary>
    public required string PublicKey { get; init; }

    /// <summary>When it was made or imported.</summary>
    public required DateTimeOffset Created { get; init; }
}
