using Claviger.Policy;
using Microsoft.Data.Sqlite;

namespace Claviger.Store;

/// <summary>A store in a folder of this machine, for one process.</summary>
public sealed class SqliteStore : IStore
{
    private const int MostWaiting = 16_384;

    private readonly SqliteFolder folder;
    private readonly string? temporary;
    private readonly Feed feed = new(isShared: false);
    private readonly WriteGate gate = new();
    private readonly CommitQueue queue = new(MostWaiting, isLaneABatch: false);
    private readonly SessionPool readers;
    private readonly SqliteCheckpoints checkpoints;
    private readonly Writer writer;
    private int isDisposed;

    private SqliteStore(SqliteFolder folder, string? temporary, TimeProvider time)
    {
        this.folder = folder;
        this.temporary = temporary;
        readers = new SessionPool(() => new SqliteSession(folder.Connect("PRAGMA query_only = ON;")), int.MaxValue);
        using (var tx = new ReadTransaction(readers, feed))
        {
            DeploymentId = Facts.Deployment(tx);
            tx.RevisionOf(SystemAccount.Id);
        }

        checkpoints = new SqliteCheckpoints(folder, gate);
        writer = new Writer(
            queue,
            () => new SqliteSession(folder.Connect("PRAGMA cache_size = -16000;")),
            feed,
            time,
            gate,
            checkpoints.AfterBatch);
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
    public bool FeedHealthy => !feed.IsBroken;

    /// <summary>Opens the store of a folder, and makes it if there is none.</summary>
    /// <exception cref="StoreInUseException">Another process has the folder.</exception>
    /// <exception cref="StoreCorruptException">What is there is damaged, or of a newer version of the program. It is left as it is.</exception>
    public static SqliteStore Open(string path, TimeProvider time) => Open(SqliteFolder.Open(path, isDurable: true), temporary: null, time);

    /// <summary>Makes a store that is gone when it is disposed; its writes don't wait for the disk.</summary>
    public static SqliteStore OpenEphemeral(TimeProvider time)
    {
        var path = Directory.CreateTempSubdirectory("claviger-").FullName;
        return Open(SqliteFolder.Open(path, isDurable: false), path, time);
    }

    /// <inheritdoc/>
    public long StoreRevision(AccountId account) => feed.Newest(account);

    /// <inheritdoc/>
    public ReadTransaction OpenRead() => new(readers, feed);

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<T>(Func<ReadTransaction, T> read)
    {
        using var tx = OpenRead();
        return new(read(tx));
    }

    /// <inheritdoc/>
    public ValueTask<T> ReadAsync<TState, T>(TState state, Func<ReadTransaction, TState, T> read)
    {
        using var tx = OpenRead();
        return new(read(tx, state));
    }

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

    /// <summary>Finishes the writes that wait, then closes the files.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 0)
        {
            queue.Close();
            writer.Join();
            checkpoints.Dispose();
            readers.Dispose();
            folder.Dispose();
            if (temporary is not null)
            {
                Directory.Delete(temporary, recursive: true);
            }
        }

        return default;
    }

    /// <summary>Searches the whole file for damage; takes time that grows with it.</summary>
    /// <returns>What SQLite has found, a line each; empty if all is well.</returns>
    public IReadOnlyList<string> FindDamage()
    {
        using var connection = folder.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        try
        {
            using var reader = command.ExecuteReader();
            var lines = new List<string>();
            while (reader.Read())
            {
                lines.Add(reader.GetString(0));
            }

            return lines is ["ok"] ? [] : lines;
        }
        catch (SqliteException e)
        {
            return [e.Message];
        }
    }

    private static SqliteStore Open(SqliteFolder folder, string? temporary, TimeProvider time)
    {
        try
        {
            return new SqliteStore(folder, temporary, time);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
