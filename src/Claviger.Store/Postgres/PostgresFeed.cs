using System.Data.Common;
using Npgsql;

namespace Claviger.Store;

/// <summary>Hears of other nodes' writes to any account: woken by their notifications, and by the clock where those don't come through.</summary>
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
    private string timeline;
    private long horizon;
    private long lastRead;

    /// <summary>Begins to follow the feed; on return nothing that is written from now on is missed.</summary>
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
        using (var connection = connections.Open())
        using (var poll = new FeedPoll(connection))
        {
            timeline = poll.ReadTimeline();
            horizon = poll.ReadHorizon();
        }

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
            catch (Exception e) when (e is StoreException or DbException or TimeoutException or IOException or InvalidOperationException)
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
            var read = time.GetTimestamp();
            while (!isTold && !stopping.IsCancellationRequested && time.GetElapsedTime(read) < PollEvery)
            {
                connection.Wait(100);
            }
        }
    }

    private void Read(FeedPoll poll)
    {
        // Taken before the database is asked: what this node writes meanwhile must not look like a database gone back.
        KeyValuePair<Policy.AccountId, long>[] seen = [.. feed.Seen];
        var begun = time.GetTimestamp();
        var current = poll.ReadTimeline();
        var next = poll.ReadHorizon();

        // Rows are pruned once every node has had ample time to read them: one that was blind for longer can't know what it has missed.
        var wasBlind = time.GetElapsedTime(Volatile.Read(ref lastRead)) > StoreUpkeep.FeedAge / 2;
        if (wasBlind || current != timeline || next < horizon || !poll.AreAllAtLeast(seen))
        {
            timeline = current;
            feed.Forget();
        }
        else
        {
            foreach (var rows in poll.ReadChanges(horizon).GroupBy(static change => change.Account))
            {
                feed.CatchUp(rows.Key, [.. rows]);
            }
        }

        horizon = next;
        Volatile.Write(ref lastRead, begun);
    }
}
