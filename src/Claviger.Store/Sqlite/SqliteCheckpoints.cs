using Microsoft.Data.Sqlite;

namespace Claviger.Store;

/// <summary>Moves what the write-ahead log holds into the database, on a thread of its own, so that no write waits for it.</summary>
internal sealed class SqliteCheckpoints : IDisposable
{
    private const long Begin = 4 * 1024 * 1024;
    private const long MakeWritersWait = 64 * 1024 * 1024;

    private readonly SqliteFolder folder;
    private readonly WriteGate gate;
    private readonly AutoResetEvent due = new(false);
    private readonly Thread thread;
    private volatile bool isStopping;

    public SqliteCheckpoints(SqliteFolder folder, WriteGate gate)
    {
        this.folder = folder;
        this.gate = gate;
        thread = new Thread(Work) { Name = "store checkpoints", IsBackground = true };
        thread.Start();
    }

    /// <summary>Called by the writer after each batch.</summary>
    public void AfterBatch()
    {
        if (Length() >= Begin)
        {
            due.Set();
        }
    }

    public void Dispose()
    {
        isStopping = true;
        due.Set();
        thread.Join();
        due.Dispose();
    }

    private void Work()
    {
        using var connection = folder.Connect();
        using var passive = Command(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        using var restart = Command(connection, "PRAGMA wal_checkpoint(RESTART)");
        while (true)
        {
            due.WaitOne();
            if (isStopping)
            {
                return;
            }

            try
            {
                // Under a steady load of writes a passive checkpoint never reaches the log's end, and the log grows: then writers wait for one.
                passive.ExecuteNonQuery();
                if (Length() >= MakeWritersWait)
                {
                    restart.ExecuteNonQuery();
                }
            }
            catch (SqliteException e)
            {
                var meaning = SqliteSession.Meaning(e);
                if (meaning is not StoreRetryException)
                {
                    gate.Shut(meaning);
                }
            }
        }
    }

    private long Length()
    {
        var log = new FileInfo(folder.Log);
        return log.Exists ? log.Length : 0;
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
