namespace Claviger.Store;

/// <summary>A version of an object, or a delete marker.</summary>
public sealed record ObjectRecord
{
    /// <summary>The bucket's number.</summary>
    public required long BucketId { get; init; }

    /// <summary>The object's key; ordered by the bytes of its UTF-8.</summary>
    public required string Key { get; init; }

    /// <summary>The version's id; <see cref="ObjectVersionId.Null"/> for the null version. Given when it is put.</summary>
    public string VersionId { get; init; } = ObjectVersionId.Null;

    /// <summary>Whether it is the newest version of its key. Given when it is put.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Whether it says that the key was deleted.</summary>
    public bool IsDeleteMarker { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The entity tag, without quotes: the MD5 in hexadecimal, or that of the parts' with their number.</summary>
    public string ETag { get; init; } = "";

    /// <summary>The storage class that was asked for.</summary>
    public string StorageClass { get; init; } = "STANDARD";

    /// <summary>The algorithm of <see cref="Checksum"/>, in AWS's word; null if there is none.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary><c>FULL_OBJECT</c> or <c>COMPOSITE</c>; null if there is no checksum.</summary>
    public string? ChecksumType { get; init; }

    /// <summary>The checksum in base64, with <c>-N</c> after it if it is composite.</summary>
    public string? Checksum { get; init; }

    /// <summary>Where its bytes are; null if they are in parts, or if it has none.</summary>
    public ContentId? Content { get; init; }

    /// <summary>The upload whose parts it is made of; null if it isn't made of parts.</summary>
    public string? UploadId { get; init; }

    /// <summary>How many parts it is made of; 0 if it isn't.</summary>
    public long PartCount { get; init; }

    /// <summary>Up to ten tags.</summary>
    public NamedValues Tags { get; init; } = NamedValues.Empty;

    /// <summary>The headers that it is answered with, by their lower-case names; user metadata among them.</summary>
    public NamedValues Headers { get; init; } = NamedValues.Empty;

    /// <summary>Its place among the versions of its key: the newest has the least.</summary>
    internal long Place { get; init; }
}
