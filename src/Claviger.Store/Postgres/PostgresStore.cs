using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A store in a PostgreSQL database (15 or newer), which several nodes may share.</summary>
public sealed class PostgresStore : IStore
{
    private const int MostWaiting = 16_384;
    private const int Readers = 16;
    private const int Writers = 4;
    private static readonly TimeSpan FeedBound = TimeSpan.FromSeconds(10);

    private readonly Feed feed = new(isShared: true);
    private readonly WriteGate gate = new();
    private readonly CommitQueue queue = new(MostWaiting, isLaneABatch: true);
    private readonly SessionPool readers;
    private readonly ReadThreads threads;
    private readonly Writer[] writers;
    private readonly PostgresFeed follower;
    private int isDisposed;

    private PostgresStore(PostgresConnections connections, TimeProvider time)
    {
        follower = new PostgresFeed(connections, feed, time, FeedBound);
        readers = new SessionPool(connections.OpenSession, Readers);
        using (var tx = new ReadTransaction(readers, feed))
        {
            DeploymentId = Facts.Deployment(tx);
            tx.RevisionOf(SystemAccount.Id);
        }

        threads = new ReadThreads(Readers);
        writers = new Writer[Writers];
        for (var i = 0; i < writers.Length; i++)
        {
            writers[i] = new Writer(queue, connections.OpenSession, feed, time, gate, static () => { });
        }
    }

    /// <inheritdoc/>
    public event Action<StoreChange> Changed
    {
        add => feed.Changed += value;
        remove => feed.Changed -= value;
    }

    /// <inheritdoc/>
    public event Action Forgotten
    {
        add => feed.Forgotten += value;
        remove => feed.Forgotten -= value;
    }

    /// <inheritdoc/>
    public string DeploymentId { get; }

    /// <inheritdoc/>
    public bool IsReadOnly => gate.IsShut;

    /// <inheritdoc/>
    public bool FeedHealthy => follower.IsHealthy && !feed.IsBroken;

    /// <summary>Opens the store of a database, and makes its tables if there are none.</summary>
    /// <param name="connectionString">In Npgsql's form; the user needs no more than to make tables in the first schema of its search path.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreUnavailableException">The database can't be reached.</exception>
    /// <exception cref="StoreCorruptException">The database is of a newer version of the program, or not in UTF-8.</exception>
    public static PostgresStore Open(string connectionString, TimeProvider time)
    {
        var connections = new PostgresConnections(connectionString);
        connections.Migrate();
        return new PostgresStore(connections, time);
    }

    /// <inheritdoc/>
    public long StoreRevision(AccountId account) => feed.Newest(account);

    /// <inheritdoc/>
    public ReadTransaction OpenRead() => new(readers, feed);

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<ReadTransaction, T> read) => new(threads.RunAsync(() => Read(read)));

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<TState, T>(TState state, Func<ReadTransaction, TState, T> read) =>
        new(threads.RunAsync(() => Read(tx => read(tx, state))));

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(AccountId account, Func<WriteTransaction, T> commit, CancellationToken cancellation = default) =>
        queue.AddAsync(gate, new Commit<T>(account, hasHead: true, tx => commit((WriteTransaction)tx)), cancellation);

    /// <inheritdoc/>
    public Task AppendAsync(Action<AppendTransaction> append, CancellationToken cancellation = default) =>
        queue.AddAsync(gate, new Commit<bool>(null, hasHead: false, tx =>
        {
            append(tx);
            return true;
        }), cancellation);

    /// <inheritdoc/>
    public Task<T> AppendAsync<T>(AccountId account, Func<AppendTransaction, T> append, CancellationToken cancellation = default) =>
        queue.AddAsync(gate, new Commit<T>(account, hasHead: false, append), cancellation);

    /// <summary>Finishes the writes that wait, then closes the connections.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 0)
        {
            queue.Close();
            foreach (var writer in writers)
            {
                writer.Join();
            }

            follower.Dispose();
            threads.Dispose();
            readers.Dispose();
        }

        return default;
    }

    private T Read<T>(Func<ReadTransaction, T> read)
    {
        try
        {
            using var tx = OpenRead();
            return read(tx);
        }
        catch (StoreUnavailableException)
        {
            // Connections that were kept may be dead after the server has restarted: once more over a new one.
            readers.Clear();
            using var tx = OpenRead();
            return read(tx);
        }
    }
}
