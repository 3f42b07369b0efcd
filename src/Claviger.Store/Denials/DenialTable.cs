using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of why calls were denied. It is written in batches and has no feed rows.</summary>
public static class DenialTable
{
    private static readonly Sql Insert = new("INSERT INTO denials (id, account_id, at, size, content) VALUES ($1, $2, $3, $4, $5)");
    private static readonly Sql One = new("SELECT id, account_id, at, content FROM denials WHERE id = $1 AND account_id = $2");

    private static readonly Sql PutPolicy = new(
        """
        INSERT INTO denial_policies (hash, used, size, content) VALUES ($1, $2, $3, $4)
        ON CONFLICT (hash) DO UPDATE SET used = excluded.used WHERE excluded.used > denial_policies.used
        """);

    private static readonly Sql OnePolicy = new("SELECT content FROM denial_policies WHERE hash = $1");

    /// <summary>Keeps why a call was denied.</summary>
    public static void Add(AppendTransaction tx, DenialRecord record) =>
        tx.Execute(Insert, record.Id, record.Account, record.At, record.Content.Length, record.Content);

    /// <summary>Keeps the text of a policy that took part in a denial, and that it has done so now.</summary>
    /// <param name="tx">The transaction.</param>
    /// <param name="hash">The hash that the denial names it by. Keep several in order, so that nodes that keep the same at once don't block each other.</param>
    /// <param name="content">The text, in a form of the writer's.</param>
    public static void KeepPolicy(AppendTransaction tx, string hash, byte[] content) => tx.Execute(PutPolicy, hash, tx.Now, content.Length, content);

    /// <summary>The denial of an authorization id in an account; null if there is none, or none any more.</summary>
    public static DenialRecord? Find(ReadTransaction tx, AccountId account, string id) => tx.One(One, Read, id, account);

    /// <summary>The text of a policy by its hash; null if it is gone.</summary>
    public static byte[]? FindPolicy(ReadTransaction tx, string hash) => tx.One(OnePolicy, static row => row.Bytes(0), hash);

    private static DenialRecord Read(Row row) => new()
    {
        Id = row.Text(0),
        Account = row.Account(1),
        At = row.Time(2),
        Content = row.Bytes(3),
    };
}
