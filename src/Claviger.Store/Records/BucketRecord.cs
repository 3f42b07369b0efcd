using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A bucket and its settings.</summary>
public sealed record BucketRecord
{
    /// <summary>Random number of the bucket; one deleted and made again has another.</summary>
    public required long Id { get; init; }

    /// <summary>The account that owns it.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Its name, unique among all accounts.</summary>
    public required string Name { get; init; }

    /// <summary>The region that it was made in.</summary>
    public required string Region { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether it keeps versions.</summary>
    public BucketVersioning Versioning { get; init; }

    /// <summary>Its policy, principals resolved to unique ids; null if it has none.</summary>
    public string? Policy { get; init; }

    /// <summary>What it refuses of public access; null if nothing is set.</summary>
    public PublicAccessBlock? PublicAccessBlock { get; init; }

    /// <summary>Who owns its objects, in AWS's word; null if nothing is set.</summary>
    public string? Ownership { get; init; }

    /// <summary>Its tags.</summary>
    public NamedValues Tags { get; init; } = NamedValues.Empty;

    /// <summary>Its CORS rules, in the form of the room that reads them; null if it has none.</summary>
    public string? Cors { get; init; }

    /// <summary>Its lifecycle rules, in the form of the room that reads them; null if it has none.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Its encryption settings, in the form of the room that reads them; null for the default.</summary>
    public string? Encryption { get; init; }
}
