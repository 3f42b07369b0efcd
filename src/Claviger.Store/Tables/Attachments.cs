using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of attachments of managed policies.</summary>
public static class Attachments
{
    private static readonly Table<AttachmentRecord> Table = new Table<AttachmentRecord>("attachments", Read)
        .Key("account_id", static it => it.Account)
        .Key("entity_id", static it => it.EntityId)
        .Key("policy_arn", static it => it.PolicyArn);

    private static readonly Sql One = Table.Select("WHERE account_id = $1 AND entity_id = $2 AND policy_arn = $3");
    private static readonly Sql ByEntity = Table.Select("WHERE account_id = $1 AND entity_id = $2 AND policy_arn > $3 ORDER BY policy_arn LIMIT $4");
    private static readonly Sql ByPolicy = Table.Select("WHERE account_id = $1 AND policy_arn = $2 AND entity_id > $3 ORDER BY entity_id LIMIT $4");
    private static readonly Sql CountByEntity = new("SELECT COUNT(*) FROM attachments WHERE account_id = $1 AND entity_id = $2");
    private static readonly Sql CountByPolicy = new("SELECT COUNT(*) FROM attachments WHERE account_id = $1 AND policy_arn = $2");

    private static readonly Sql CountEach = new(
        "SELECT policy_arn, COUNT(*) FROM attachments WHERE account_id = $1 GROUP BY policy_arn ORDER BY policy_arn");

    /// <summary>Whether a policy is attached to an entity.</summary>
    public static bool Exists(ReadTransaction tx, AccountId account, string entityId, string policyArn) =>
        tx.One(One, Read, account, entityId, policyArn) is not null;

    /// <summary>All attachments to an entity, in the order of the policies' ARNs.</summary>
    public static IReadOnlyList<AttachmentRecord> Of(ReadTransaction tx, AccountId account, string entityId) =>
        Page(tx, account, entityId, "", int.MaxValue);

    /// <summary>Up to a number of attachments to an entity, in the order of the policies' ARNs, after an ARN.</summary>
    public static IReadOnlyList<AttachmentRecord> Page(ReadTransaction tx, AccountId account, string entityId, string afterArn, int limit) =>
        tx.Many(ByEntity, Read, account, entityId, afterArn, limit);

    /// <summary>Up to a number of attachments of a policy, in the order of the entities' ids (groups, then users, then roles), after an id.</summary>
    public static IReadOnlyList<AttachmentRecord> OfPolicy(ReadTransaction tx, AccountId account, string policyArn, string afterEntityId, int limit) =>
        tx.Many(ByPolicy, Read, account, policyArn, afterEntityId, limit);

    /// <summary>How many policies are attached to an entity.</summary>
    public static long Count(ReadTransaction tx, AccountId account, string entityId) => tx.Number(CountByEntity, account, entityId) ?? 0;

    /// <summary>How many entities of the account a policy is attached to.</summary>
    public static long CountOfPolicy(ReadTransaction tx, AccountId account, string policyArn) => tx.Number(CountByPolicy, account, policyArn) ?? 0;

    /// <summary>How many entities each attached policy of the account is attached to, by ARN.</summary>
    public static IReadOnlyDictionary<string, long> Counts(ReadTransaction tx, AccountId account) =>
        tx.Many(CountEach, static row => KeyValuePair.Create(row.Text(0), row.Integer(1)), account).ToDictionary(StringComparer.Ordinal);

    /// <summary>Attaches a policy.</summary>
    /// <exception cref="StoreConflictException">It is attached already.</exception>
    public static void Insert(WriteTransaction tx, AttachmentRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.OfEntity(record.EntityId), record.EntityId);
    }

    /// <summary>Detaches a policy.</summary>
    public static void Delete(WriteTransaction tx, AttachmentRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.OfEntity(record.EntityId), record.EntityId);
    }

    private static AttachmentRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        EntityId = row.Text(1),
        PolicyArn = row.Text(2),
    };
}
