using System.Globalization;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A customer managed policy; its documents are <see cref="PolicyVersionRecord"/>s.</summary>
public sealed record PolicyRecord
{
    /// <summary>The account that the policy belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id (ANPA…); never given again.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique in the account without regard to case.</summary>
    public required string Name { get; init; }

    /// <summary>Path, such as <c>/</c> or <c>/engineering/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>ARN, by which it is attached and asked for.</summary>
    public required string Arn { get; init; }

    /// <summary>Description; null if none was given. It can't be changed.</summary>
    public string? Description { get; init; }

    /// <summary>Number of the version in force.</summary>
    public long DefaultVersion { get; init; } = 1;

    /// <summary>Number that the next version will get; numbers of deleted versions are not given again.</summary>
    public long NextVersion { get; init; } = 2;

    /// <summary>Up to 50 tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>When the policy was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When a version of it was last made or put in force.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>AWS's name of the version in force, such as <c>v1</c>.</summary>
    public string DefaultVersionId => string.Create(CultureInfo.InvariantCulture, $"v{DefaultVersion}");
}
