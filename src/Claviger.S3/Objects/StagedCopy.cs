using Claviger.Store;

namespace Claviger.S3;

/// <summary>The bytes of a copy, on the disk already, and what they were copied of.</summary>
/// <param name="Write">The copy's bytes.</param>
/// <param name="SourceBucket">The source's bucket.</param>
/// <param name="Source">The source.</param>
internal sealed record StagedCopy(StagedWrite Write, BucketRecord SourceBucket, ObjectRecord Source)
{
    /// <summary>What the header says of the source's version.</summary>
    public string? SourceVersionId => ObjectKey.InHeader(SourceBucket, Source.VersionId);
}
