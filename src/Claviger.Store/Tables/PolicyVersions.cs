using System.Globalization;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of the versions of customer managed policies.</summary>
public static class PolicyVersions
{
    private static readonly Table<PolicyVersionRecord> Table = new Table<PolicyVersionRecord>("policy_versions", Read)
        .Key("policy_id", static it => it.PolicyId)
        .Key("number", static it => it.Number)
        .Fixed("account_id", static it => it.Account)
        .Fixed("document", static it => it.Document)
        .Fixed("created", static it => it.Created);

    private static readonly Sql ByNumber = Table.Select("WHERE policy_id = $1 AND number = $2");
    private static readonly Sql ByPolicy = Table.Select("WHERE policy_id = $1 ORDER BY number DESC");
    private static readonly Sql CountAll = new("SELECT COUNT(*) FROM policy_versions WHERE account_id = $1");

    /// <summary>A version by AWS's name of it (<c>v1</c>); null if there is none, or the name is of another form.</summary>
    public static PolicyVersionRecord? Find(ReadTransaction tx, string policyId, string versionId) =>
        versionId.StartsWith('v')
        && long.TryParse(versionId.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && tx.One(ByNumber, Read, policyId, number) is { } found
        && found.VersionId == versionId
            ? found
            : null;

    /// <summary>All versions of a policy, newest first: at most five.</summary>
    public static IReadOnlyList<PolicyVersionRecord> Of(ReadTransaction tx, string policyId) => tx.Many(ByPolicy, Read, policyId);

    /// <summary>How many versions the policies of the account have in all.</summary>
    public static long Count(ReadTransaction tx, AccountId account) => tx.Number(CountAll, account) ?? 0;

    /// <summary>Adds a version.</summary>
    public static void Insert(WriteTransaction tx, PolicyRecord policy, PolicyVersionRecord record)
    {
        Table.Insert(tx, record);
        tx.Changed(ChangeKind.Policy, policy.Arn);
    }

    /// <summary>Takes out a version.</summary>
    public static void Delete(WriteTransaction tx, PolicyRecord policy, PolicyVersionRecord record)
    {
        Table.Delete(tx, record);
        tx.Changed(ChangeKind.Policy, policy.Arn);
    }

    private static PolicyVersionRecord Read(Row row) => new()
    {
        PolicyId = row.Text(0),
        Number = row.Integer(1),
        Account = row.Account(2),
        Document = row.Text(3),
        Created = row.Time(4),
    };
}
