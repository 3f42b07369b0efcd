using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An IAM role.</summary>
public sealed record RoleRecord
{
    /// <summary>The account that the role belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id (AROA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique in the account without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Path, such as <c>/</c> or <c>/engineering/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The trust policy, its principals replaced by unique ids where they have one.</summary>
    public required string TrustPolicy { get; init; }

    /// <summary>Description; null if none was given.</summary>
    public string? Description { get; init; }

    /// <summary>Longest life of a session of the role.</summary>
    public TimeSpan MaxSessionDuration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>ARN of the policy that bounds the role's permissions; null if none does.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When the role was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the role was last used to make a request; null if never. Kept by <see cref="LastUsed"/>.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>The region of that request.</summary>
    public string? LastUsedRegion { get; init; }
}
