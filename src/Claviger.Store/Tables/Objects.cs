using System.Text;

namespace Claviger.Store;

/// <summary>The table of objects, version by version.</summary>
/// <remarks>What writes here takes <see cref="Buckets.Lock"/> first.</remarks>
public static class Objects
{
    private static readonly Table<ObjectRecord> Table = new Table<ObjectRecord>("objects", Read)
        .Key("bucket_id", static it => it.BucketId)
        .Key("key", static it => KeyOf(it))
        .Key("place", static it => it.Place)
        .Fixed("current_key", static it => it is { IsLatest: true, IsDeleteMarker: false } ? KeyOf(it) : null)
        .Fixed("version_id", static it => it.VersionId)
        .Fixed("is_latest", static it => it.IsLatest)
        .Fixed("is_delete_marker", static it => it.IsDeleteMarker)
        .Fixed("modified", static it => it.Modified)
        .Fixed("size", static it => it.Size)
        .Fixed("etag", static it => it.ETag)
        .Fixed("storage_class", static it => it.StorageClass)
        .Fixed("checksum_algorithm", static it => it.ChecksumAlgorithm)
        .Fixed("checksum_type", static it => it.ChecksumType)
        .Fixed("checksum", static it => it.Checksum)
        .Fixed("content", static it => it.Content?.ToBytes())
        .Fixed("upload_id", static it => it.UploadId)
        .Fixed("part_count", static it => it.PartCount)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("headers", static it => it.Headers.Encode());

    private static readonly Sql Newest = Table.Select("WHERE bucket_id = $1 AND key = $2 ORDER BY place LIMIT 1");
    private static readonly Sql AtPlace = Table.Select("WHERE bucket_id = $1 AND key = $2 AND place = $3");
    private static readonly Sql OldNull = Table.Select("WHERE bucket_id = $1 AND key = $2 AND version_id = 'null' AND is_latest = 0");
    private static readonly Sql Demote = new("UPDATE objects SET is_latest = 0, current_key = NULL WHERE bucket_id = $1 AND key = $2 AND place = $3");
    private static readonly Sql Promote = new("UPDATE objects SET is_latest = 1, current_key = $4 WHERE bucket_id = $1 AND key = $2 AND place = $3");
    private static readonly Sql ContentsBetween = new("SELECT content FROM objects WHERE content >= $1 AND content <= $2");

    /// <summary>The newest version of a key, which may be a delete marker; null if there is none.</summary>
    public static ObjectRecord? Latest(ReadTransaction tx, long bucket, string key)
    {
        if (!tx.TryRecall(Table, bucket, key, out ObjectRecord? record))
        {
            record = tx.One(Newest, Read, bucket, Bytes(key));
            tx.Remember(Table, bucket, key, record);
        }

        return record;
    }

    /// <summary>A version of a key; null if there is none.</summary>
    public static ObjectRecord? Version(ReadTransaction tx, long bucket, string key, string versionId)
    {
        if (versionId == ObjectVersionId.Null)
        {
            return Latest(tx, bucket, key) is { VersionId: ObjectVersionId.Null } latest ? latest : tx.One(OldNull, Read, bucket, Bytes(key));
        }

        return ObjectVersionId.TryReadPlace(versionId, out var place)
            && tx.One(AtPlace, Read, bucket, Bytes(key), place) is { } found && found.VersionId == versionId
                ? found
                : null;
    }

    /// <summary>Writes an object, or a delete marker, as the newest version of its key.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="record">The object; its version's id is given here.</param>
    /// <param name="versioning">Whether the bucket keeps what is there.</param>
    /// <param name="latest">The newest version so far, read in this transaction.</param>
    /// <param name="freed">Receives the contents that nothing refers to any more.</param>
    /// <returns>The object as it was written.</returns>
    public static ObjectRecord Put(
        AppendTransaction tx, ObjectRecord record, BucketVersioning versioning, ObjectRecord? latest, ICollection<ContentId> freed)
    {
        var place = latest is null ? 0 : latest.Place - 1;
        var isReplaced = false;
        if (versioning != BucketVersioning.Enabled && NullVersion(tx, record, versioning, latest) is { } replaced)
        {
            Remove(tx, replaced, freed);
            isReplaced = replaced.IsLatest;
        }

        if (latest is not null && !isReplaced)
        {
            tx.Execute(Demote, latest.BucketId, Bytes(latest.Key), latest.Place);
        }

        var written = record with
        {
            Place = place,
            IsLatest = true,
            VersionId = versioning == BucketVersioning.Enabled ? ObjectVersionId.New(place) : ObjectVersionId.Null,
        };
        Table.Insert(tx, written);
        return written;
    }

    /// <summary>Takes out a version for good; if it was the newest of its key, the one before it becomes so.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="record">The version, read in this transaction.</param>
    /// <param name="freed">Receives the contents that nothing refers to any more.</param>
    public static void Delete(AppendTransaction tx, ObjectRecord record, ICollection<ContentId> freed)
    {
        Remove(tx, record, freed);
        if (record.IsLatest && Latest(tx, record.BucketId, record.Key) is { } next)
        {
            var key = Bytes(next.Key);
            tx.Execute(Promote, next.BucketId, key, next.Place, next.IsDeleteMarker ? null : key);
        }
    }

    /// <summary>Writes a version's tags.</summary>
    public static void UpdateTags(AppendTransaction tx, ObjectRecord record) => Table.Update(tx, record);

    /// <summary>The contents that objects have, of those with ids from one to another, that included.</summary>
    public static void Contents(ReadTransaction tx, ContentId from, ContentId to, ISet<ContentId> found) =>
        found.UnionWith(tx.Many(ContentsBetween, static row => ContentId.FromBytes(row.Bytes(0)), from.ToBytes(), to.ToBytes()));

    internal static byte[] Bytes(string key) => Encoding.UTF8.GetBytes(key);

    private static byte[] KeyOf(ObjectRecord record) => Bytes(record.Key);

    private static ObjectRecord? NullVersion(AppendTransaction tx, ObjectRecord record, BucketVersioning versioning, ObjectRecord? latest) =>
        latest is null || latest.VersionId == ObjectVersionId.Null ? latest
        : versioning == BucketVersioning.Never ? null
        : tx.One(OldNull, Read, record.BucketId, Bytes(record.Key));

    private static void Remove(AppendTransaction tx, ObjectRecord record, ICollection<ContentId> freed)
    {
        Table.Delete(tx, record);
        if (record.Content is { } content)
        {
            freed.Add(content);
        }

        if (record.UploadId is { } upload)
        {
            Parts.DeleteAll(tx, record.BucketId, upload, freed);
        }
    }

    private static ObjectRecord Read(Row row) => new()
    {
        BucketId = row.Integer(0),
        Key = Encoding.UTF8.GetString(row.Bytes(1)),
        Place = row.Integer(2),
        VersionId = row.Text(4),
        IsLatest = row.Flag(5),
        IsDeleteMarker = row.Flag(6),
        Modified = row.Time(7),
        Size = row.Integer(8),
        ETag = row.Text(9),
        StorageClass = row.Text(10),
        ChecksumAlgorithm = row.TextOrNull(11),
        ChecksumType = row.TextOrNull(12),
        Checksum = row.TextOrNull(13),
        Content = row.BytesOrNull(14) is { } content ? ContentId.FromBytes(content) : null,
        UploadId = row.TextOrNull(15),
        PartCount = row.Integer(16),
        Tags = NamedValues.Decode(row.Text(17)),
        Headers = NamedValues.Decode(row.Text(18)),
    };
}
