using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An IAM user.</summary>
public sealed record UserRecord
{
    /// <summary>The account that the user belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id (AIDA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique in the account without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Path, such as <c>/</c> or <c>/engineering/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>When the user was made; a rename does not change it.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>ARN of the policy that bounds the user's permissions; null if none does.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When the user last signed in with its password; null if never. Kept by <see cref="LastUsed"/>.</summary>
    public DateTimeOffset? PasswordLastUsed { get; init; }
}
