using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A policy that is part of a user, group or role.</summary>
public sealed record InlinePolicyRecord
{
    /// <summary>The account that the entity belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user, group or role.</summary>
    public required string EntityId { get; init; }

    /// <summary>Name, unique in the entity without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>The document as submitted.</summary>
    public required string Document { get; init; }
}
