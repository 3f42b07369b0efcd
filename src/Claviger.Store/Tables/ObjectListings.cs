using System.Text;

namespace Claviger.Store;

/// <summary>The objects of a bucket in the order of their keys.</summary>
public static class ObjectListings
{
    private const string Columns =
        "SELECT key, version_id, is_latest, is_delete_marker, modified, size, etag, storage_class, checksum_algorithm, checksum_type, place FROM objects ";

    private static readonly Sql CurrentFrom = new(
        Columns + "WHERE bucket_id = $1 AND current_key >= $2 AND current_key < $3 ORDER BY current_key LIMIT $4");

    private static readonly Sql VersionsFrom = new(Columns + "WHERE bucket_id = $1 AND key >= $2 AND key < $3 ORDER BY key, place LIMIT $4");

    private static readonly Sql VersionsAfter = new(
        Columns + "WHERE bucket_id = $1 AND (key, place) > ($2, $3) AND key < $4 ORDER BY key, place LIMIT $5");

    /// <summary>The newest versions of keys, without those that are deleted.</summary>
    public static KeyPage<ListedObject> Current(ReadTransaction tx, long bucket, KeyRange range) =>
        new KeyWalk<ListedObject>(range, static it => it.Key, (position, limit, take) => tx.Scan(
            CurrentFrom,
            row => take(Read(row)),
            bucket,
            position.From ?? [.. Objects.Bytes(position.After!.Key), 0],
            range.End,
            limit)).Run(new(range.Start, null));

    /// <summary>All versions and delete markers, those of a key from the newest on.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="bucket">The bucket's number.</param>
    /// <param name="range">Which keys, and how they are rolled up.</param>
    /// <param name="afterVersion">With <see cref="KeyRange.After"/>: begin after this version of that key, not after the key; null if not.</param>
    public static KeyPage<ListedObject> Versions(ReadTransaction tx, long bucket, KeyRange range, string? afterVersion)
    {
        var place = 0L;
        var walk = new KeyWalk<ListedObject>(range, static it => it.Key, (position, limit, take) =>
        {
            if (position.After is { } last)
            {
                tx.Scan(VersionsAfter, row => take(Read(row, ref place)), bucket, Objects.Bytes(last.Key), place, range.End, limit);
            }
            else
            {
                tx.Scan(VersionsFrom, row => take(Read(row, ref place)), bucket, position.From, range.End, limit);
            }
        });

        if (afterVersion is null || range.After is not { } key || range.GroupOf(key) is not null || !range.IsWithin(key)
            || PlaceOf(tx, bucket, key, afterVersion) is not { } found)
        {
            return walk.Run(new(range.Start, null));
        }

        place = found;
        return walk.Run(new(null, Marker(key, afterVersion)));
    }

    private static long? PlaceOf(ReadTransaction tx, long bucket, string key, string version) =>
        ObjectVersionId.TryReadPlace(version, out var place) ? place : Objects.Version(tx, bucket, key, version)?.Place;

    // Only the key of the position counts; the place stands beside it.
    private static ListedObject Marker(string key, string version) => new()
    {
        Key = key, VersionId = version, IsLatest = false, IsDeleteMarker = false, Modified = default, Size = 0, ETag = "", StorageClass = "",
    };

    private static ListedObject Read(Row row, ref long place)
    {
        place = row.Integer(10);
        return Read(row);
    }

    private static ListedObject Read(Row row) => new()
    {
        Key = Encoding.UTF8.GetString(row.Bytes(0)),
        VersionId = row.Text(1),
        IsLatest = row.Flag(2),
        IsDeleteMarker = row.Flag(3),
        Modified = row.Time(4),
        Size = row.Integer(5),
        ETag = row.Text(6),
        StorageClass = row.Text(7),
        ChecksumAlgorithm = row.TextOrNull(8),
        ChecksumType = row.TextOrNull(9),
    };
}
