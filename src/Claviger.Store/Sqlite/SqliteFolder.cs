using Microsoft.Data.Sqlite;

namespace Claviger.Store;

/// <summary>The data folder of a SQLite store: one process at a time, the database file in it, readable by its owner alone.</summary>
internal sealed class SqliteFolder : IDisposable
{
    /// <summary>Marks a SQLite file as this program's: "CLVG".</summary>
    private const long ApplicationId = 0x434C5647;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly FileStream inUse;

    private readonly bool isDurable;

    private SqliteFolder(string folder, FileStream inUse, bool isDurable)
    {
        this.isDurable = isDurable;
        this.inUse = inUse;
        Database = Path.Combine(folder, "claviger.db");
    }

    /// <summary>Path of the database file.</summary>
    public string Database { get; }

    /// <summary>Path of the write-ahead log beside it.</summary>
    public string Log => Database + "-wal";

    /// <summary>Takes the folder for this process, and makes the database if the folder has none.</summary>
    /// <param name="path">The folder, made if there is none.</param>
    /// <param name="isDurable">Whether writes wait for the disk.</param>
    /// <exception cref="StoreInUseException">Another process has the folder.</exception>
    /// <exception cref="StoreCorruptException">There is a database, but not a whole one of this program.</exception>
    public static SqliteFolder Open(string path, bool isDurable)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }

        var folder = new SqliteFolder(Path.GetFullPath(path), Take(Path.Combine(path, "claviger.lock")), isDurable);
        try
        {
            folder.MakeOrCheck();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public SqliteConnection Connect(string more = "")
    {
        var connection = Connection(Database);
        try
        {
            connection.Open();
            Run(connection, (isDurable ? "PRAGMA synchronous = FULL;" : "PRAGMA synchronous = OFF;")
                + "PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY;"
                + "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;" + more);
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteSession.Meaning(e);
        }
    }

    public void Dispose() => inUse.Dispose();

    private static SqliteConnection Connection(string file) => new(new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = false,
        ForeignKeys = true,
        DefaultTimeout = 20,
    }.ToString());

    private static FileStream Take(string path)
    {
        try
        {
            return Create(path, FileMode.OpenOrCreate);
        }
        catch (IOException e)
        {
            throw new StoreInUseException($"The data folder is in use by another process (its lock is {path}).", e);
        }
    }

    private static FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    private void MakeOrCheck()
    {
        if (!File.Exists(Database))
        {
            // A log without its database holds writes that were acknowledged: something has taken the database away.
            if (File.Exists(Log))
            {
                throw new StoreCorruptException($"{Database} is missing, but its log {Log} is there. Put the file back, or move the log away to begin anew.");
            }

            Make();
        }

        try
        {
            using var connection = Connect();
            if (Number(connection, "PRAGMA application_id") != ApplicationId)
            {
                throw new StoreCorruptException($"{Database} is not a database of this program.");
            }

            Migrator.Sqlite(Database, connection);
        }
        catch (StoreCorruptException e) when (e.InnerException is SqliteException)
        {
            throw new StoreCorruptException($"{Database} is damaged. It has been left as it is: restore a copy of it.", e);
        }
    }

    // Made under another name: at any time there is either no database or a whole one, and an empty file is damage.
    private void Make()
    {
        var unfinished = Database + ".new";
        Create(unfinished, FileMode.Create).Dispose();
        using (var connection = Connection(unfinished))
        {
            connection.Open();
            Run(connection, $"PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA application_id = {ApplicationId};");
            Migrator.Sqlite(unfinished, connection);
            Run(connection, "PRAGMA journal_mode = WAL");
        }

        File.Move(unfinished, Database);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
