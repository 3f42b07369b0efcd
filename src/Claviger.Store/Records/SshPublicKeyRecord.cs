using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A user's public key for SSH.</summary>
public sealed record SshPublicKeyRecord
{
    /// <summary>Unique id (APKA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The key as it was uploaded.</summary>
    public required string Body { get; init; }

    /// <summary>MD5 of the key as pairs of hexadecimal digits with colons between.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether its status is Active rather than Inactive.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset Created { get; init; }
}
