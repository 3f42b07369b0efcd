namespace Claviger.Store;

/// <summary>A part of an upload, or of the object that was made of it.</summary>
public sealed record PartRecord
{
    /// <summary>The bucket's number.</summary>
    public required long BucketId { get; init; }

    /// <summary>The upload's id.</summary>
    public required string UploadId { get; init; }

    /// <summary>The part's number, 1 to 10,000.</summary>
    public required long Number { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>MD5 in hexadecimal.</summary>
    public required string ETag { get; init; }

    /// <summary>The checksum by the upload's algorithm, in base64; null if there is none.</summary>
    public string? Checksum { get; init; }

    /// <summary>Where its bytes are; null if it has none.</summary>
    public required ContentId? Content { get; init; }
}
