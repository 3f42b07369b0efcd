using System.Security.Cryptography;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of buckets.</summary>
public static class Buckets
{
    private static readonly Table<BucketRecord> Table = new Table<BucketRecord>("buckets", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("name", static it => it.Name)
        .Fixed("region", static it => it.Region)
        .Fixed("created", static it => it.Created)
        .Column("versioning", static it => it.Versioning.ToString())
        .Column("policy", static it => it.Policy)
        .Column("public_access_block", static it => Number((long?)it.PublicAccessBlock))
        .Column("ownership", static it => it.Ownership)
        .Column("tags", static it => it.Tags.Encode())
        .Column("cors", static it => it.Cors)
        .Column("lifecycle", static it => it.Lifecycle)
        .Column("encryption", static it => it.Encryption);

    private static readonly Sql ByName = Table.Select("WHERE name = $1");
    private static readonly Sql InOrder = Table.Select("WHERE account_id = $1 AND name > $2 ORDER BY name LIMIT $3");
    private static readonly Sql WithLifecycle = Table.Select("WHERE lifecycle IS NOT NULL AND id > $1 ORDER BY id LIMIT $2");
    private static readonly Sql CountOf = new("SELECT COUNT(*) FROM buckets WHERE account_id = $1");
    private static readonly Sql AnyObject = new("SELECT 1 FROM objects WHERE bucket_id = $1 LIMIT 1");

    // No change: but on PostgreSQL other nodes now wait, and what is read is the newest state.
    private static readonly Sql TakeLock = new(
        "UPDATE buckets SET region = region WHERE id = $1 RETURNING "
        + "id, account_id, name, region, created, versioning, policy, public_access_block, ownership, tags, cors, lifecycle, encryption");

    /// <summary>A new bucket's number.</summary>
    public static long NewId()
    {
        Span<byte> random = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(random);
        return BitConverter.ToInt64(random) & long.MaxValue;
    }

    /// <summary>The bucket of a name, in whatever account; null if there is none.</summary>
    public static BucketRecord? Find(ReadTransaction tx, string name)
    {
        if (!tx.TryRecall(Table, 0, name, out BucketRecord? record))
        {
            record = tx.One(ByName, Read, name);
            tx.Remember(Table, 0, name, record);
        }

        return record;
    }

    /// <summary>Up to a number of an account's buckets in the order of their names, after a name.</summary>
    public static IReadOnlyList<BucketRecord> Page(ReadTransaction tx, AccountId account, string after, int limit) =>
        tx.Many(InOrder, Read, account, after, limit);

    /// <summary>How many buckets an account has.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => tx.Number(CountOf, account) ?? 0;

    /// <summary>Up to a number of the buckets that have lifecycle rules, of all accounts, after a bucket's number.</summary>
    public static IReadOnlyList<BucketRecord> PageWithLifecycle(ReadTransaction tx, long after, int limit) => tx.Many(WithLifecycle, Read, after, limit);

    /// <summary>Keeps all else that writes to a bucket waiting until the transaction ends: what is decided by its objects then holds.</summary>
    /// <returns>The bucket as it is now; null if it is gone.</returns>
    public static BucketRecord? Lock(AppendTransaction tx, long id) => tx.Lock(TakeLock, Read, id);

    /// <summary>Whether there is any version of any object in a bucket, or a delete marker.</summary>
    public static bool HasObjects(ReadTransaction tx, long id) => tx.Number(AnyObject, id) is not null;

    /// <summary>Adds a bucket.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, BucketRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.Bucket, record.Name);
    }

    /// <summary>Writes a bucket's settings.</summary>
    public static void Update(WriteTransaction tx, BucketRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Bucket, record.Name);
    }

    /// <summary>Takes out a bucket, and the uploads under way in it.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="record">The bucket.</param>
    /// <param name="freed">Receives the contents that nothing refers to any more.</param>
    /// <exception cref="StoreConflictException">There are objects in it.</exception>
    public static void Delete(WriteTransaction tx, BucketRecord record, ICollection<ContentId> freed)
    {
        Uploads.DeleteAll(tx, record.Id, freed);
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.Bucket, record.Name);
    }

    // A null must say that it is a number.
    private static SqlValue Number(long? value) => value is { } number ? number : SqlValue.NoNumber;

    private static BucketRecord Read(Row row) => new()
    {
        Id = row.Integer(0),
        Account = row.Account(1),
        Name = row.Text(2),
        Region = row.Text(3),
        Created = row.Time(4),
        Versioning = Enum.Parse<BucketVersioning>(row.Text(5)),
        Policy = row.TextOrNull(6),
        PublicAccessBlock = (PublicAccessBlock?)row.IntegerOrNull(7),
        Ownership = row.TextOrNull(8),
        Tags = NamedValues.Decode(row.Text(9)),
        Cors = row.TextOrNull(10),
        Lifecycle = row.TextOrNull(11),
        Encryption = row.TextOrNull(12),
    };
}
