using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The attachment of a managed policy, AWS's or the account's, to a user, group or role.</summary>
public sealed record AttachmentRecord
{
    /// <summary>The account that the entity belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user, group or role.</summary>
    public required string EntityId { get; init; }

    /// <summary>ARN of the policy.</summary>
    public required string PolicyArn { get; init; }
}
