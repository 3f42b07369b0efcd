using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A user name and password, or a key, of a user for one service.</summary>
public sealed record ServiceCredentialRecord
{
    /// <summary>Unique id (ACCA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>The service, as <c>codecommit.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The user name for the service, or the alias of its key.</summary>
    public required string Alias { get; init; }

    /// <summary>The password or key, sealed.</summary>
    public required byte[] SealedSecret { get; init; }

    /// <summary>Whether its status is Active rather than Inactive.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>When it ends; null if it doesn't.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
