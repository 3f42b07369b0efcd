using Claviger.Policy;

namespace Claviger.Store;

/// <summary>When a credential, password or role was last used.</summary>
public sealed record LastUsedRecord
{
    /// <summary>The account that the entity belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Id of the access key, user (its password) or role; the account's number for the root user's password.</summary>
    public required string Id { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The service that the request was for; null for a password.</summary>
    public string? Service { get; init; }

    /// <summary>The region of the request; null for a password.</summary>
    public string? Region { get; init; }
}
