using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The table of which services and actions users and roles last tried to use, and when. It is written in batches and has no feed rows.</summary>
public static class ServicesLastUsed
{
    private static readonly Sql Put = new(
        """
        INSERT INTO service_last_used (account_id, entity_id, service, action, at, region) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (account_id, entity_id, service, action) DO UPDATE SET at = excluded.at, region = excluded.region
        WHERE excluded.at > service_last_used.at
        """);

    private static readonly Sql ByEntity = new(
        """
        SELECT account_id, entity_id, service, action, at, region FROM service_last_used
        WHERE account_id = $1 AND entity_id = $2 ORDER BY service, action
        """);

    private static readonly Sql Remove = new("DELETE FROM service_last_used WHERE account_id = $1 AND entity_id = $2");

    /// <summary>All that is known of an entity, by service and action.</summary>
    public static IReadOnlyList<ServiceLastUsedRecord> Of(ReadTransaction tx, AccountId account, string entityId) =>
        tx.Many(ByEntity, Read, account, entityId);

    /// <summary>Notes uses, a later one over an earlier.</summary>
    /// <inheritdoc cref="LastUsed.Record" path="/remarks"/>
    public static void Record(AppendTransaction tx, IEnumerable<ServiceLastUsedRecord> records)
    {
        foreach (var record in records)
        {
            tx.Execute(Put, record.Account, record.EntityId, record.Service, record.Action, record.At, record.Region);
        }
    }

    /// <summary>Forgets what an entity that is deleted last used.</summary>
    internal static void Forget(WriteTransaction tx, AccountId account, string entityId) => tx.Execute(Remove, account, entityId);

    private static ServiceLastUsedRecord Read(Row row) => new()
    {
        Account = row.Account(0),
        EntityId = row.Text(1),
        Service = row.Text(2),
        Action = row.Text(3),
        At = row.Time(4),
        Region = row.Text(5),
    };
}
