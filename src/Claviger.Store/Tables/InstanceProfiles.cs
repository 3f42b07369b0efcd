using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of instance profiles.</summary>
public static class InstanceProfiles
{
    private static readonly Table<InstanceProfileRecord> Table = new Table<InstanceProfileRecord>("instance_profiles", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Column("name", static it => it.Name)
        .Column("name_key", static it => NameKey.Of(it.Name))
        .Column("path", static it => it.Path)
        .Column("role_id", static it => it.RoleId)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created);

    private static readonly NamedTable<InstanceProfileRecord> Entities = new("instance_profiles", Table);
    private static readonly Sql ByRole = Table.Select("WHERE role_id = $1 AND name_key > $2 ORDER BY name_key LIMIT $3");

    /// <summary>The instance profile of a name, compared without regard to case; null if there is none.</summary>
    public static InstanceProfileRecord? Find(ReadTransaction tx, AccountId account, string name) => Entities.Find(tx, account, name);

    /// <summary>The instance profile of a unique id, if it belongs to the account; else null.</summary>
    public static InstanceProfileRecord? ById(ReadTransaction tx, AccountId account, string id) => ById(tx, id) is { } found && found.Account == account ? found : null;

    /// <summary>The instance profile of a unique id, in whatever account; null if there is none.</summary>
    public static InstanceProfileRecord? ById(ReadTransaction tx, string id) => Entities.ById(tx, id);

    /// <summary>Up to a number of instance profiles in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="pathPrefix">What their paths begin with; <c>/</c> for all.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<InstanceProfileRecord> Page(ReadTransaction tx, AccountId account, string pathPrefix, string afterKey, int limit) =>
        Entities.Page(tx, account, pathPrefix, afterKey, limit);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => Entities.Count(tx, account);

    /// <summary>Up to a number of the profiles that hold a role, in the order of their <see cref="NameKey"/>s.</summary>
    public static IReadOnlyList<InstanceProfileRecord> OfRole(ReadTransaction tx, string roleId, string afterKey, int limit) =>
        tx.Many(ByRole, Read, roleId, afterKey, limit);

    /// <summary>Adds an instance profile.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, InstanceProfileRecord record)
    {
        Entities.Insert(tx, record.Account, record);
        tx.Changed(ChangeKind.InstanceProfile, record.Id);
    }

    /// <summary>Writes an instance profile over the one with its id.</summary>
    /// <exception cref="StoreConflictException">The new name is taken.</exception>
    public static void Update(WriteTransaction tx, InstanceProfileRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.InstanceProfile, record.Id);
    }

    /// <summary>Takes out an instance profile.</summary>
    /// <exception cref="StoreConflictException">Something still refers to it.</exception>
    public static void Delete(WriteTransaction tx, InstanceProfileRecord record)
    {
        Entities.Delete(tx, record.Account, record);
        tx.Changed(ChangeKind.InstanceProfile, record.Id);
    }

    private static InstanceProfileRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        Name = row.Text(2),
        Path = row.Text(4),
        RoleId = row.TextOrNull(5),
        Tags = TagSet.Decode(row.Text(6)),
        Created = row.Time(7),
    };
}
