using Claviger.Store;

namespace Claviger.S3;

/// <summary>What of an object is answered.</summary>
internal sealed class ObjectView
{
    public required BucketRecord Bucket { get; init; }

    public required ObjectRecord Record { get; init; }

    /// <summary>Which of its bytes.</summary>
    public required ByteRange Range { get; init; }

    /// <summary>Whether the request asked for a range or a part.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>How many parts it has, where one was asked for.</summary>
    public int? PartsCount { get; init; }

    public int StatusCode => IsPartial ? 206 : 200;

    public string? ContentRange => IsPartial && Range.Length > 0 ? Range.Header(Record.Size) : null;

    public string? VersionId => ObjectKey.InHeader(Bucket, Record.VersionId);

    /// <summary>The checksum, if it was asked for and is of what is answered.</summary>
    public ObjectChecksum Checksum(string? mode) =>
        mode is "ENABLED" && Range.Length == Record.Size && Record.Checksum is not null ? ObjectChecksum.Of(Record) : default;

    public string? Header(string name, string? instead = null) => instead ?? Record.Headers.ValueOf(name);
}
