using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An instance profile: what hands a role to EC2 instances.</summary>
public sealed record InstanceProfileRecord
{
    /// <summary>The account that the profile belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id (AIPA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique in the account without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Path, such as <c>/</c> or <c>/engineering/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Unique id of the role in it; null if there is none.</summary>
    public string? RoleId { get; init; }

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When the profile was made.</summary>
    public required DateTimeOffset Created { get; init; }
}
