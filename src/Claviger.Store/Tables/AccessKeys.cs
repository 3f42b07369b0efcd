using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of long-term access keys.</summary>
public static class AccessKeys
{
    private static readonly Table<AccessKeyRecord> Table = new Table<AccessKeyRecord>("access_keys", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Fixed("user_id", static it => it.UserId)
        .Column("sealed_secret", static it => it.SealedSecret)
        .Column("active", static it => it.IsActive)
        .Fixed("created", static it => it.Created)
        .Computed("(SELECT l.at FROM last_used l WHERE l.account_id = access_keys.account_id AND l.id = access_keys.id)")
        .Computed("(SELECT l.service FROM last_used l WHERE l.account_id = access_keys.account_id AND l.id = access_keys.id)")
        .Computed("(SELECT l.region FROM last_used l WHERE l.account_id = access_keys.account_id AND l.id = access_keys.id)");

    private static readonly Sql ById = Table.Select("WHERE id = $1");
    private static readonly Sql ByUser = Table.Select("WHERE account_id = $1 AND user_id = $2 ORDER BY created, id");
    private static readonly Sql ByRoot = Table.Select("WHERE account_id = $1 AND user_id IS NULL ORDER BY created, id");

    /// <summary>The key of an id, in whatever account: who signs a request has not said yet which. Null if there is none.</summary>
    public static AccessKeyRecord? Find(ReadTransaction tx, string id) => tx.One(ById, Read, id);

    /// <summary>All keys of a user, oldest first; of the root user where <paramref name="userId"/> is null.</summary>
    public static IReadOnlyList<AccessKeyRecord> Of(ReadTransaction tx, AccountId account, string? userId) =>
        userId is null ? tx.Many(ByRoot, Read, account) : tx.Many(ByUser, Read, account, userId);

    /// <summary>Adds a key.</summary>
    public static void Insert(WriteTransaction tx, AccessKeyRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.AccessKey, record.Id);
    }

    /// <summary>Changes a key's status or sealed secret.</summary>
    public static void Update(WriteTransaction tx, AccessKeyRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.AccessKey, record.Id);
    }

    /// <summary>Takes out a key.</summary>
    public static void Delete(WriteTransaction tx, AccessKeyRecord record)
    {
        Table.Delete(tx, record);
        LastUsed.Forget(tx, record.Account, record.Id);
        tx.Changed(ChangeKind.AccessKey, record.Id);
    }

    private static AccessKeyRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        UserId = row.TextOrNull(2),
        SealedSecret = row.Bytes(3),
        IsActive = row.Flag(4),
        Created = row.Time(5),
        LastUsed = row.TimeOrNull(6),
        LastUsedService = row.TextOrNull(7),
        LastUsedRegion = row.TextOrNull(8),
    };
}
