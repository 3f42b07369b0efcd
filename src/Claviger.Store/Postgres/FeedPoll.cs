using Claviger.Policy;
using Npgsql;
using NpgsqlTypes;

namespace Claviger.Store;

/// <summary>The queries by which a node hears of others' writes, over one connection.</summary>
internal sealed class FeedPoll : IDisposable
{
    // The first eight digits of a log file's name are the timeline: it goes up when a standby takes over or a backup is restored.
    private const string Timeline =
        "SELECT system_identifier::text || ':' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) FROM pg_control_system()";

    // Transactions below this number are over, and seen by every later statement if they were committed.
    private const string Horizon = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private readonly NpgsqlCommand timeline;
    private readonly NpgsqlCommand horizon;
    private readonly NpgsqlCommand revisions;
    private readonly NpgsqlCommand changes;

    public FeedPoll(NpgsqlConnection connection)
    {
        timeline = new NpgsqlCommand(Timeline, connection);
        horizon = new NpgsqlCommand(Horizon, connection);
        revisions = new NpgsqlCommand("SELECT id, revision FROM accounts WHERE id = ANY($1)", connection)
        {
            Parameters = { new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
        };
        changes = new NpgsqlCommand(
            "SELECT account_id, revision, kind, id FROM changes WHERE transaction_id >= $1 ORDER BY account_id, revision", connection)
        {
            Parameters = { new NpgsqlParameter<long>() },
        };
    }

    /// <summary>Name of the line of history that the database is on; empty where the server does not tell.</summary>
    public string ReadTimeline()
    {
        try
        {
            return (string)timeline.ExecuteScalar()!;
        }
        catch (PostgresException)
        {
            // Some hosted servers lack these functions: a revision that is lower than before still shows a database gone back.
            return "";
        }
    }

    /// <summary>The number of the oldest transaction that may still be open.</summary>
    public long ReadHorizon() => (long)horizon.ExecuteScalar()!;

    /// <summary>Whether each of some accounts is at least at a revision.</summary>
    public bool AreAllAtLeast(KeyValuePair<AccountId, long>[] seen)
    {
        revisions.Parameters[0].Value = Array.ConvertAll(seen, static pair => pair.Key.Number);
        var found = new Dictionary<long, long>();
        using var reader = revisions.ExecuteReader();
        while (reader.Read())
        {
            found.Add(reader.GetInt64(0), reader.GetInt64(1));
        }

        return seen.All(pair => found.GetValueOrDefault(pair.Key.Number) >= pair.Value);
    }

    /// <summary>The rows that transactions have written from a number on, by account and revision.</summary>
    public List<StoreChange> ReadChanges(long from)
    {
        ((NpgsqlParameter<long>)changes.Parameters[0]).TypedValue = from;
        using var reader = changes.ExecuteReader();
        var rows = new List<StoreChange>();
        while (reader.Read())
        {
            rows.Add(new StoreChange(AccountId.FromNumber(reader.GetInt64(0)), reader.GetInt64(1), reader.GetString(2), reader.GetString(3)));
        }

        return rows;
    }

    public void Dispose()
    {
        timeline.Dispose();
        horizon.Dispose();
        revisions.Dispose();
        changes.Dispose();
    }
}
