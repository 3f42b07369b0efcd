using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A long-term access key of a user, or of an account's root user.</summary>
public sealed record AccessKeyRecord
{
    /// <summary>Access key id (AKIA…), unique in the deployment.</summary>
    public required string Id { get; init; }

    /// <summary>The account that the key signs for.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user; null for the root user.</summary>
    public string? UserId { get; init; }

    /// <summary>The secret access key, sealed.</summary>
    public required byte[] SealedSecret { get; init; }

    /// <summary>Whether the key's status is Active rather than Inactive.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>When the key was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the key last signed a request; null if never. Kept by <see cref="Claviger.Store.LastUsed"/>.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>The service that the request was for.</summary>
    public string? LastUsedService { get; init; }

    /// <summary>The region of the request.</summary>
    public string? LastUsedRegion { get; init; }
}
