using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Entries of listings as documents show them.</summary>
internal static class ListedShapes
{
    public static ObjectShape Object(ListedObject listed, string? encoding, OwnerShape? owner) => new()
    {
        Key = ListingText.Encoded(listed.Key, encoding),
        LastModified = listed.Modified,
        ETag = EntityTag.Quoted(listed.ETag),
        ChecksumAlgorithm = listed.ChecksumAlgorithm is { } algorithm ? [algorithm] : null,
        ChecksumType = listed.ChecksumType,
        Size = listed.Size,
        StorageClass = listed.StorageClass,
        Owner = owner,
    };

    public static ObjectVersionShape Version(ListedObject listed, string? encoding, OwnerShape owner) => new()
    {
        Key = ListingText.Encoded(listed.Key, encoding),
        VersionId = listed.VersionId,
        IsLatest = listed.IsLatest,
        LastModified = listed.Modified,
        ETag = EntityTag.Quoted(listed.ETag),
        ChecksumAlgorithm = listed.ChecksumAlgorithm is { } algorithm ? [algorithm] : null,
        ChecksumType = listed.ChecksumType,
        Size = listed.Size,
        StorageClass = listed.StorageClass,
        Owner = owner,
    };

    public static DeleteMarkerEntryShape DeleteMarker(ListedObject listed, string? encoding, OwnerShape owner) => new()
    {
        Key = ListingText.Encoded(listed.Key, encoding),
        VersionId = listed.VersionId,
        IsLatest = listed.IsLatest,
        LastModified = listed.Modified,
        Owner = owner,
    };

    public static IReadOnlyList<CommonPrefixShape>? Prefixes<T>(KeyPage<T> page, string? encoding)
        where T : class => [.. page.CommonPrefixes.Select(prefix => new CommonPrefixShape { Prefix = ListingText.Encoded(prefix, encoding) })];

    /// <summary>Where the next page begins; null if there is none.</summary>
    public static string? Next<T>(KeyPage<T> page, Func<T, string> keyOf)
        where T : class => page.IsTruncated && page.Entries.Count > 0 ? page.Entries[^1].CommonPrefix ?? keyOf(page.Entries[^1].Item!) : null;
}
