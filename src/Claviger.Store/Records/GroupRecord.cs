using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An IAM group.</summary>
public sealed record GroupRecord
{
    /// <summary>The account that the group belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id (AGPA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique in the account without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Path, such as <c>/</c> or <c>/engineering/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>When the group was made; a rename does not change it.</summary>
    public required DateTimeOffset Created { get; init; }
}
