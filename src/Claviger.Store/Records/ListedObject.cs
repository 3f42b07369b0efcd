namespace Claviger.Store;

/// <summary>What listings show of a version of an object.</summary>
public sealed record ListedObject
{
    /// <summary>The object's key.</summary>
    public required string Key { get; init; }

    /// <summary>The version's id.</summary>
    public required string VersionId { get; init; }

    /// <summary>Whether it is the newest version of its key.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>Whether it says that the key was deleted.</summary>
    public required bool IsDeleteMarker { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The entity tag, without quotes.</summary>
    public required string ETag { get; init; }

    /// <summary>The storage class that was asked for.</summary>
    public required string StorageClass { get; init; }

    /// <summary>The algorithm of the checksum; null if there is none.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary><c>FULL_OBJECT</c> or <c>COMPOSITE</c>; null if there is no checksum.</summary>
    public string? ChecksumType { get; init; }
}
