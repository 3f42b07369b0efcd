using Claviger.Policy;
using Npgsql;
using NpgsqlTypes;

namespace Claviger.Store;

/// <summary>Hears of other nodes' writes: woken by their notifications, and by the clock where those don't come through.</summary>
internal sealed class PostgresFeed : IDisposable
{
    /// <summary>The channel of notifications; the payload is the node that wrote.</summary>
    public const string Channel = "claviger";

    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Reconnect = TimeSpan.FromMilliseconds(250);

    private readonly PostgresConnections connections;
    private readonly Feed feed;
    private readonly TimeProvider time;
    private readonly TimeSpan bound;
    private readonly Thread thread;
    private readonly CancellationTokenSource stopping = new();
    private long lastRead;
    private string? timeline;

    /// <param name="connections">To the database.</param>
    /// <param name="feed">Receives the rows.</param>
    /// <param name="time">Measures how long the feed was not read.</param>
    /// <param name="bound">For how long it may not be read before this node counts as blind.</param>
    public PostgresFeed(PostgresConnections connections, Feed feed, TimeProvider time, TimeSpan bound)
    {
        this.connections = connections;
        this.feed = feed;
        this.time = time;
        this.bound = bound;
        lastRead = time.GetTimestamp();
        thread = new Thread(Work) { Name = "store feed", IsBackground = true };
        thread.Start();
    }

    /// <summary>Whether the feed was read within the bound.</summary>
    public bool IsHealthy => time.GetElapsedTime(Volatile.Read(ref lastRead)) <= bound;

    public void Dispose()
    {
        stopping.Cancel();
        thread.Join();
        stopping.Dispose();
    }

    private void Work()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var connection = connections.Open();
                Follow(connection);
            }
            catch (Exception e) when (e is StoreException or NpgsqlException or TimeoutException or IOException or InvalidOperationException)
            {
                // Not read is not healthy: the bound speaks for itself when this lasts.
                stopping.Token.WaitHandle.WaitOne(Reconnect);
            }
        }
    }

    private void Follow(NpgsqlConnection connection)
    {
        using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            listen.ExecuteNonQuery();
        }

        var isTold = false;
        connection.Notification += (_, notification) => isTold |= notification.Payload != connections.Node;
        using var poll = new FeedPoll(connection);
        while (!stopping.IsCancellationRequested)
        {
            isTold = false;
            Read(poll);
            var next = time.GetTimestamp();
            while (!isTold && !stopping.IsCancellationRequested && time.GetElapsedTime(next) < PollEvery)
            {
                connection.Wait(100);
            }
        }
    }

    private void Read(FeedPoll poll)
    {
        // Taken before the database is asked: what this node writes meanwhile must not look like a database gone back.
        KeyValuePair<AccountId, long>[] followed = [.. feed.Followed];
        var begun = time.GetTimestamp();
        var current = poll.ReadTimeline();
        var revisions = poll.ReadRevisions([.. followed.Select(static pair => pair.Key.Number)]);
        if ((timeline ??= current) != current || followed.Any(pair => revisions.GetValueOrDefault(pair.Key.Number) < pair.Value))
        {
            timeline = current;
            feed.Forget();
        }
        else
        {
            foreach (var (account, delivered) in followed)
            {
                var newest = revisions[account.Number];
                if (newest > delivered)
                {
                    feed.CatchUp(account, delivered, newest, poll.ReadChanges(account, delivered, newest));
                }
            }
        }

        Volatile.Write(ref lastRead, begun);
    }

    /// <summary>The queries of a poll, prepared.</summary>
    private sealed class FeedPoll : IDisposable
    {
        // The first eight digits of a log file's name are the timeline: it goes up when a standby takes over or a backup is restored.
        private const string Timeline =
            "SELECT system_identifier::text || ':' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) FROM pg_control_system()";

        private readonly NpgsqlCommand timeline;
        private readonly NpgsqlCommand revisions;
        private readonly NpgsqlCommand changes;

        public FeedPoll(NpgsqlConnection connection)
        {
            timeline = new NpgsqlCommand(Timeline, connection);
            revisions = new NpgsqlCommand("SELECT id, revision FROM accounts WHERE id = ANY($1)", connection)
            {
                Parameters = { new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } },
            };
            changes = new NpgsqlCommand(
                "SELECT revision, kind, id FROM changes WHERE account_id = $1 AND revision > $2 AND revision <= $3 ORDER BY revision", connection)
            {
                Parameters = { new NpgsqlParameter<long>(), new NpgsqlParameter<long>(), new NpgsqlParameter<long>() },
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

        public Dictionary<long, long> ReadRevisions(long[] accounts)
        {
            revisions.Parameters[0].Value = accounts;
            using var reader = revisions.ExecuteReader();
            var found = new Dictionary<long, long>();
            while (reader.Read())
            {
                found.Add(reader.GetInt64(0), reader.GetInt64(1));
            }

            return found;
        }

        public List<StoreChange> ReadChanges(AccountId account, long after, long upTo)
        {
            ((NpgsqlParameter<long>)changes.Parameters[0]).TypedValue = account.Number;
            ((NpgsqlParameter<long>)changes.Parameters[1]).TypedValue = after;
            ((NpgsqlParameter<long>)changes.Parameters[2]).TypedValue = upTo;
            using var reader = changes.ExecuteReader();
            var rows = new List<StoreChange>();
            while (reader.Read())
            {
                rows.Add(new StoreChange(account, reader.GetInt64(0), reader.GetString(1), reader.GetString(2)));
            }

            return rows;
        }

        public void Dispose()
        {
            timeline.Dispose();
            revisions.Dispose();
            changes.Dispose();
        }
    }
}
