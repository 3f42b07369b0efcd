using Claviger.Policy;

namespace Claviger.Store;

/// <summary>When a user or role last tried to use a service, or one action of it.</summary>
public sealed record ServiceLastUsedRecord
{
    /// <summary>The account that the entity belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user or role.</summary>
    public required string EntityId { get; init; }

    /// <summary>The service's namespace in actions, such as <c>s3</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The action's name; empty for the service as a whole.</summary>
    public required string Action { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The region of the request.</summary>
    public required string Region { get; init; }
}
