namespace Claviger.Store;

/// <summary>What a store needs from time to time: old rows of the change feed and old days of the audit trail are dropped.</summary>
public sealed class StoreUpkeep : IAsyncDisposable
{
    private const long Piece = 2_000;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private static readonly Sql DropChanges = new(
        """
        DELETE FROM changes WHERE (account_id, revision, kind, id) IN (
          SELECT account_id, revision, kind, id FROM changes WHERE at < $1 ORDER BY at LIMIT $2)
        """);

    private readonly IStore store;
    private readonly AuditRetention retention;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;

    /// <summary>Begins the upkeep of a store.</summary>
    public StoreUpkeep(IStore store, AuditRetention retention, TimeProvider time)
    {
        this.store = store;
        this.retention = retention;
        this.time = time;
        running = RunAsync();
    }

    /// <summary>How long rows of the change feed are kept: much longer than a node may go without reading them.</summary>
    public static TimeSpan FeedAge { get; } = TimeSpan.FromHours(1);

    /// <summary>Does once what is due.</summary>
    public static async Task DoAsync(IStore store, AuditRetention retention, DateTimeOffset now)
    {
        var dropped = Piece;
        while (dropped >= Piece)
        {
            await store.AppendAsync(tx => dropped = tx.Execute(DropChanges, now - FeedAge, Piece));
        }

        await retention.ApplyAsync(store, now);
    }

    /// <summary>Stops; what is being done is finished first.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                try
                {
                    await DoAsync(store, retention, time.GetUtcNow());
                }
                catch (StoreException)
                {
                    // A store that takes no writes tells its operator itself; rows that stay longer do no harm.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }
}
