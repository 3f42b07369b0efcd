namespace Claviger.Store;

/// <summary>A multipart upload under way.</summary>
public sealed record UploadRecord
{
    /// <summary>The bucket's number.</summary>
    public required long BucketId { get; init; }

    /// <summary>The key that the object will have.</summary>
    public required string Key { get; init; }

    /// <summary>The upload's id; ids sort by the time at which they were given.</summary>
    public required string Id { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset Initiated { get; init; }

    /// <summary>Who began it: an ARN, or a canonical user id.</summary>
    public required string InitiatorId { get; init; }

    /// <summary>Name of who began it.</summary>
    public required string InitiatorName { get; init; }

    /// <summary>The storage class that was asked for.</summary>
    public string StorageClass { get; init; } = "STANDARD";

    /// <summary>The algorithm of its checksums, in AWS's word; null if none was asked for.</summary>
    public string? ChecksumAlgorithm { get; init; }

    /// <summary><c>FULL_OBJECT</c> or <c>COMPOSITE</c>; null if there are no checksums.</summary>
    public string? ChecksumType { get; init; }

    /// <summary>The tags that the object will have.</summary>
    public NamedValues Tags { get; init; } = NamedValues.Empty;

    /// <summary>The headers that the object will be answered with.</summary>
    public NamedValues Headers { get; init; } = NamedValues.Empty;
}
