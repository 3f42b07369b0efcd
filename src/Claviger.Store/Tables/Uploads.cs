using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Store;

/// <summary>The table of multipart uploads under way.</summary>
public static class Uploads
{
    private const int RandomDigits = 36;

    private static readonly Table<UploadRecord> Table = new Table<UploadRecord>("uploads", Read)
        .Key("bucket_id", static it => it.BucketId)
        .Key("key", static it => Objects.Bytes(it.Key))
        .Key("id", static it => it.Id)
        .Column("initiated", static it => it.Initiated)
        .Column("initiator_id", static it => it.InitiatorId)
        .Column("initiator_name", static it => it.InitiatorName)
        .Column("storage_class", static it => it.StorageClass)
        .Column("checksum_algorithm", static it => it.ChecksumAlgorithm)
        .Column("checksum_type", static it => it.ChecksumType)
        .Column("tags", static it => it.Tags.Encode())
        .Column("headers", static it => it.Headers.Encode());

    private static readonly Sql ById = Table.Select("WHERE bucket_id = $1 AND key = $2 AND id = $3");
    private static readonly Sql FromKey = Table.Select("WHERE bucket_id = $1 AND key >= $2 AND key < $3 ORDER BY key, id LIMIT $4");
    private static readonly Sql AfterUpload = Table.Select("WHERE bucket_id = $1 AND (key, id) > ($2, $3) AND key < $4 ORDER BY key, id LIMIT $5");
    private static readonly Sql Older = Table.Select(
        "WHERE bucket_id = $1 AND initiated < $2 AND (initiated, key, id) > ($3, $4, $5) ORDER BY initiated, key, id LIMIT $6");
    private static readonly Sql OfBucket = Table.Select("WHERE bucket_id = $1");

    /// <summary>The id of an upload that begins now.</summary>
    public static string NewId(DateTimeOffset now) =>
        now.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true);

    /// <summary>The upload of an id to a key; null if there is none under way.</summary>
    public static UploadRecord? Find(ReadTransaction tx, long bucket, string key, string id) => tx.One(ById, Read, bucket, Objects.Bytes(key), id);

    /// <summary>The uploads to a bucket's keys, by key and then by time.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="bucket">The bucket's number.</param>
    /// <param name="range">Which keys, and how they are rolled up.</param>
    /// <param name="afterId">With <see cref="KeyRange.After"/>: begin after this upload to that key, not after the key; null if not.</param>
    public static KeyPage<UploadRecord> List(ReadTransaction tx, long bucket, KeyRange range, string? afterId)
    {
        var walk = new KeyWalk<UploadRecord>(range, static it => it.Key, (position, limit, take) =>
        {
            if (position.After is { } last)
            {
                tx.Scan(AfterUpload, row => take(Read(row)), bucket, Objects.Bytes(last.Key), last.Id, range.End, limit);
            }
            else
            {
                tx.Scan(FromKey, row => take(Read(row)), bucket, position.From, range.End, limit);
            }
        });

        // Only key and id of the position count.
        return afterId is not null && range.After is { } key && range.GroupOf(key) is null && range.IsWithin(key)
            ? walk.Run(new(null, new UploadRecord { BucketId = bucket, Key = key, Id = afterId, Initiated = default, InitiatorId = "", InitiatorName = "" }))
            : walk.Run(new(range.Start, null));
    }

    /// <summary>Up to a number of a bucket's uploads that were begun before a time, the oldest first.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="bucket">The bucket's number.</param>
    /// <param name="time">The time.</param>
    /// <param name="after">The last one on the page before; null to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<UploadRecord> Before(ReadTransaction tx, long bucket, DateTimeOffset time, UploadRecord? after, int limit) => tx.Many(
        Older, Read, bucket, time, after?.Initiated ?? DateTimeOffset.MinValue, Objects.Bytes(after?.Key ?? ""), after?.Id ?? "", limit);

    /// <summary>Adds an upload.</summary>
    public static void Insert(AppendTransaction tx, UploadRecord record) => Table.Insert(tx, record);

    /// <summary>Takes out an upload; its parts stay.</summary>
    public static void Delete(AppendTransaction tx, UploadRecord record) => Table.Delete(tx, record);

    internal static void DeleteAll(AppendTransaction tx, long bucket, ICollection<ContentId> freed)
    {
        foreach (var upload in tx.Many(OfBucket, Read, bucket))
        {
            Parts.DeleteAll(tx, bucket, upload.Id, freed);
            Table.Delete(tx, upload);
        }
    }

    private static UploadRecord Read(Row row) => new()
    {
        BucketId = row.Integer(0),
        Key = Encoding.UTF8.GetString(row.Bytes(1)),
        Id = row.Text(2),
        Initiated = row.Time(3),
        InitiatorId = row.Text(4),
        InitiatorName = row.Text(5),
        StorageClass = row.Text(6),
        ChecksumAlgorithm = row.TextOrNull(7),
        ChecksumType = row.TextOrNull(8),
        Tags = NamedValues.Decode(row.Text(9)),
        Headers = NamedValues.Decode(row.Text(10)),
    };
}
