using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of groups.</summary>
public static class Groups
{
    private static readonly Table<GroupRecord> Table = new Table<GroupRecord>("groups", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Column("name", static it => it.Name)
        .Column("name_key", static it => NameKey.Of(it.Name))
        .Column("path", static it => it.Path)
        .Fixed("created", static it => it.Created);

    private static readonly NamedTable<GroupRecord> Entities = new("groups", Table);

    /// <summary>The group of a name, compared without regard to case; null if there is none.</summary>
    public static GroupRecord? Find(ReadTransaction tx, AccountId account, string name) => Entities.Find(tx, account, name);

    /// <summary>The group of a unique id, if it belongs to the account; else null.</summary>
    public static GroupRecord? ById(ReadTransaction tx, AccountId account, string id) => ById(tx, id) is { } found && found.Account == account ? found : null;

    /// <summary>The group of a unique id, in whatever account; null if there is none.</summary>
    public static GroupRecord? ById(ReadTransaction tx, string id) => Entities.ById(tx, id);

    /// <summary>Up to a number of groups in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="pathPrefix">What their paths begin with; <c>/</c> for all.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<GroupRecord> Page(ReadTransaction tx, AccountId account, string pathPrefix, string afterKey, int limit) =>
        Entities.Page(tx, account, pathPrefix, afterKey, limit);

    /// <summary>Up to a number of groups whose names hold a text, without regard to case, in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="part">The text.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<GroupRecord> Holding(ReadTransaction tx, AccountId account, string part, string afterKey, int limit) =>
        Entities.Holding(tx, account, part, afterKey, limit);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => Entities.Count(tx, account);

    /// <summary>Adds a group.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, GroupRecord record)
    {
        Entities.Insert(tx, record.Account, record);
        tx.Changed(ChangeKind.Group, record.Id);
    }

    /// <summary>Writes a group over the one with its id.</summary>
    /// <exception cref="StoreConflictException">The new name is taken.</exception>
    public static void Update(WriteTransaction tx, GroupRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Group, record.Id);
    }

    /// <summary>Takes out a group.</summary>
    /// <exception cref="StoreConflictException">Something still refers to it.</exception>
    public static void Delete(WriteTransaction tx, GroupRecord record)
    {
        Entities.Delete(tx, record.Account, record);
        tx.Changed(ChangeKind.Group, record.Id);
    }

    internal static Sql Select(string rest) => Table.Select(rest);

    internal static GroupRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        Name = row.Text(2),
        Path = row.Text(4),
        Created = row.Time(5),
    };
}
