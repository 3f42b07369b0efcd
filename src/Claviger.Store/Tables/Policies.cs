using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of customer managed policies.</summary>
public static class Policies
{
    private static readonly Table<PolicyRecord> Table = new Table<PolicyRecord>("policies", Read)
        .Key("id", static it => it.Id)
        .Fixed("account_id", static it => it.Account)
        .Column("name", static it => it.Name)
        .Column("name_key", static it => NameKey.Of(it.Name))
        .Column("path", static it => it.Path)
        .Fixed("arn", static it => it.Arn)
        .Fixed("description", static it => it.Description)
        .Column("default_version", static it => it.DefaultVersion)
        .Column("next_version", static it => it.NextVersion)
        .Column("tags", static it => it.Tags.Encode())
        .Fixed("created", static it => it.Created)
        .Column("updated", static it => it.Updated);

    private static readonly NamedTable<PolicyRecord> Entities = new("policies", Table);
    private static readonly Sql ByArnExactly = Table.Select("WHERE arn = $1");

    /// <summary>The customer managed policy of a name, compared without regard to case; null if there is none.</summary>
    public static PolicyRecord? Find(ReadTransaction tx, AccountId account, string name) => Entities.Find(tx, account, name);

    /// <summary>The customer managed policy of a unique id, if it belongs to the account; else null.</summary>
    public static PolicyRecord? ById(ReadTransaction tx, AccountId account, string id) => ById(tx, id) is { } found && found.Account == account ? found : null;

    /// <summary>The customer managed policy of a unique id, in whatever account; null if there is none.</summary>
    public static PolicyRecord? ById(ReadTransaction tx, string id) => Entities.ById(tx, id);

    /// <summary>Up to a number of customer managed policies in the order of their <see cref="NameKey"/>s.</summary>
    /// <param name="tx">The snapshot.</param>
    /// <param name="account">Whose.</param>
    /// <param name="pathPrefix">What their paths begin with; <c>/</c> for all.</param>
    /// <param name="afterKey">Key of the last one on the page before; empty to begin.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<PolicyRecord> Page(ReadTransaction tx, AccountId account, string pathPrefix, string afterKey, int limit) =>
        Entities.Page(tx, account, pathPrefix, afterKey, limit);

    /// <summary>How many there are in the account.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => Entities.Count(tx, account);

    /// <summary>The policy of an ARN, compared exactly; null if there is none.</summary>
    public static PolicyRecord? ByArn(ReadTransaction tx, string arn) => tx.One(ByArnExactly, Read, arn);

    /// <summary>Adds a customer managed policy.</summary>
    /// <exception cref="StoreConflictException">The name is taken.</exception>
    public static void Insert(WriteTransaction tx, PolicyRecord record)
    {
        Entities.Insert(tx, record.Account, record);
        tx.Changed(ChangeKind.Policy, record.Arn);
    }

    /// <summary>Writes a customer managed policy over the one with its id.</summary>
    /// <exception cref="StoreConflictException">The new name is taken.</exception>
    public static void Update(WriteTransaction tx, PolicyRecord record)
    {
        Table.Update(tx, record);
        tx.Changed(ChangeKind.Policy, record.Arn);
    }

    /// <summary>Takes out a customer managed policy.</summary>
    /// <exception cref="StoreConflictException">Something still refers to it.</exception>
    public static void Delete(WriteTransaction tx, PolicyRecord record)
    {
        Entities.Delete(tx, record.Account, record);
        tx.Changed(ChangeKind.Policy, record.Arn);
    }

    private static PolicyRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        Name = row.Text(2),
        Path = row.Text(4),
        Arn = row.Text(5),
        Description = row.TextOrNull(6),
        DefaultVersion = row.Integer(7),
        NextVersion = row.Integer(8),
        Tags = TagSet.Decode(row.Text(9)),
        Created = row.Time(10),
        Updated = row.Time(11),
    };
}
