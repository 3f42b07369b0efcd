using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of users.</summary>
public static class Users
{
    private static readonly Table<UserRecord> Table = new Table<UserRecord>("users", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Column("name", static it => it.Name)
        .Column("name_key", static it => NameKey.Of(it.Name))
        .Column("path", static it => it.Path)
        .Column("boundary", static it => it.PermissionsBoundary)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created)
        .Computed("(SELECT l.at FROM last_used l WHERE l.account_id = users.account_id AND l.id = users.id)");

    private static readonly NamedTable<UserRecord> Entities = new("users", Table);
    private static readonly Sql ByBoundary = Table.Select("WHERE account_id = $1 AND boundary = $2 AND id > $3 ORDER BY id LIMIT $4");
    private static readonly Sql CountByBoundary = new("SELECT COUNT(*) FROM users WHERE account_id = $1 AND boundary = $2");

    /// <summary>The user of a name, compared without regard to case; null if there is none.</summary>
    public static UserRecord? Find(ReadTransaction tx, AccountId account, string name) => Entities.Find(tx, account, name);

    /// <summary>The user of a unique id, if it belongs to the account; else null.</summary>
    public static UserRecord? ById(ReadTransaction tx, AccountId account, string id) => ById(tx, id) is { } found && found.Account == account ? found : null;

    /// <summary>The user of a unique id, in whatever account; null if there is none.</summary>
    public static UserRecord? ById(ReadTransaction tx, string id) => Entities.ById(tx, id);

    /// <summary>Up to a number of users in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="pathPrefix">What their paths begin with; <c>/</c> for all.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<UserRecord> Page(ReadTransaction tx, AccountId account, string pathPrefix, string afterKey, int limit) =>
        Entities.Page(tx, account, pathPrefix, afterKey, limit);

    /// <summary>Up to a number of users whose names hold a text, without regard to case, in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="part">The text.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<UserRecord> Holding(ReadTransaction tx, AccountId account, string part, string afterKey, int limit) =>
        Entities.Holding(tx, account, part, afterKey, limit);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => Entities.Count(tx, account);

    /// <summary>Up to a number of entities that a policy bounds, in the order of their ids.</summary>
    public static IReadOnlyList<UserRecord> BoundedBy(ReadTransaction tx, AccountId account, string policyArn, string afterId, int limit) =>
        tx.Many(ByBoundary, Read, account, policyArn, afterId, limit);

    /// <summary>How many a policy bounds.</summary>
    public static long CountBoundedBy(ReadTransaction tx, AccountId account, string policyArn) => tx.Number(CountByBoundary, account, policyArn) ?? 0;

    /// <summary>Adds a user.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, UserRecord record)
    {
        Entities.Insert(tx, record.Account, record);
        tx.Changed(ChangeKind.User, record.Id);
    }

    /// <summary>Writes a user over the one with its id.</summary>
    /// <exception cref="StoreConflictException">The new name is taken.</exception>
    public static void Update(WriteTransaction tx, UserRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.User, record.Id);
    }

    /// <summary>Takes out a user.</summary>
    /// <exception cref="StoreConflictException">Something still refers to it.</exception>
    public static void Delete(WriteTransaction tx, UserRecord record)
    {
        Entities.Delete(tx, record.Account, record);
        LastUsed.Forget(tx, record.Account, record.Id);
        ServicesLastUsed.Forget(tx, record.Account, record.Id);
        tx.Changed(ChangeKind.User, record.Id);
    }

    internal static Sql Select(string rest) => Table.Select(rest);

    internal static UserRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        Name = row.Text(2),
        Path = row.Text(4),
        PermissionsBoundary = row.TextOrNull(5),
        Tags = TagSet.Decode(row.Text(6)),
        Created = row.Time(7),
        PasswordLastUsed = row.TimeOrNull(8),
    };
}
