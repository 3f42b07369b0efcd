using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of policies that are part of a user, group or role.</summary>
public static class InlinePolicies
{
    private static readonly Table<InlinePolicyRecord> Table = new Table<InlinePolicyRecord>("inline_policies", Read)
        .Key("account_id", static it => it.Account)
        .Key("entity_id", static it => it.EntityId)
        .Key("name_key", static it => NameKey.Of(it.Name))
        .Column("name", static it => it.Name)
        .Column("document", static it => it.Document);

    private static readonly Sql ByName = Table.Select("WHERE account_id = $1 AND entity_id = $2 AND name_key = $3");
    private static readonly Sql ByEntity = Table.Select("WHERE account_id = $1 AND entity_id = $2 AND name_key > $3 ORDER BY name_key LIMIT $4");

    /// <summary>The policy of a name, compared without regard to case; null if there is none.</summary>
    public static InlinePolicyRecord? Find(ReadTransaction tx, AccountId account, string entityId, string name) =>
        tx.One(ByName, Read, account, entityId, NameKey.Of(name));

    /// <summary>All policies of an entity, in the order of their <see cref="NameKey"/>s.</summary>
    public static IReadOnlyList<InlinePolicyRecord> Of(ReadTransaction tx, AccountId account, string entityId) =>
        Page(tx, account, entityId, "", int.MaxValue);

    /// <summary>Up to a number of policies of an entity, in the order of their <see cref="NameKey"/>s, after a key.</summary>
    public static IReadOnlyList<InlinePolicyRecord> Page(ReadTransaction tx, AccountId account, string entityId, string afterKey, int limit) =>
        tx.Many(ByEntity, Read, account, entityId, afterKey, limit);

    /// <summary>Adds a policy, or writes it over the one of its name.</summary>
    public static void Put(WriteTransaction tx, InlinePolicyRecord record)
    {
        if (Find(tx, record.Account, record.EntityId, record.Name) is null)
        {
            Table.Insert(tx, record);
        }
        else
        {
            Table.Update(tx, record);
        }

        tx.Changed(ChangeKind.OfEntity(record.EntityId), record.EntityId);
    }

    /// <summary>Takes out a policy.</summary>
    public static void Delete(WriteTransaction tx, InlinePolicyRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.OfEntity(record.EntityId), record.EntityId);
    }

    private static InlinePolicyRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        EntityId = row.Text(1),
        Name = row.Text(3),
        Document = row.Text(4),
    };
}
