using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of when access keys, passwords and roles were last used. It is written in batches and has no feed rows.</summary>
public static class LastUsed
{
    /// <summary>The id under which an account's root password stands.</summary>
    public const string RootPassword = "root";

    // A later time wins, in whatever order nodes write theirs.
    private static readonly Sql Put = new(
        """
        INSERT INTO last_used (account_id, id, at, service, region) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id, id) DO UPDATE SET at = excluded.at, service = excluded.service, region = excluded.region
        WHERE excluded.at > last_used.at
        """);

    private static readonly Sql Remove = new("DELETE FROM last_used WHERE account_id = $1 AND id = $2");

    private static readonly Sql One = new("SELECT account_id, id, at, service, region FROM last_used WHERE account_id = $1 AND id = $2");

    /// <summary>When something was last used; null if never.</summary>
    public static LastUsedRecord? Find(ReadTransaction tx, AccountId account, string id) => tx.One(One, Read, account, id);

    /// <summary>Notes uses. Keep the records in order of their ids, so that nodes that note the same at once don't block each other.</summary>
    public static void Record(AppendTransaction tx, IEnumerable<LastUsedRecord> records)
    {
        foreach (var record in records)
        {
            tx.Execute(Put, record.Account, record.Id, record.At, record.Service, record.Region);
        }
    }

    /// <summary>Forgets when something that is deleted was last used.</summary>
    internal static void Forget(WriteTransaction tx, AccountId account, string id) => tx.Execute(Remove, account, id);

    private static LastUsedRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        Id = row.Text(1),
        At = row.Time(2),
        Service = row.TextOrNull(3),
        Region = row.TextOrNull(4),
    };
}
