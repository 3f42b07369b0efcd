using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Claviger.Store;

/// <summary>A connection to SQLite.</summary>
internal sealed class SqliteSession : Session
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnlyFile = 8;
    private const int IOError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int Constraint = 19;
    private const int NotADatabase = 26;

    private readonly SqliteConnection connection;
    private readonly SqliteStatement beginRead;
    private readonly SqliteStatement beginWrite;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement rollback;
    private readonly SqliteStatement savepoint;
    private readonly SqliteStatement release;
    private readonly SqliteStatement rollbackTo;

    public SqliteSession(SqliteConnection connection)
        : base(connection)
    {
        this.connection = connection;
        beginRead = new SqliteStatement(connection, "BEGIN");
        beginWrite = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        commit = new SqliteStatement(connection, "COMMIT");
        rollback = new SqliteStatement(connection, "ROLLBACK");
        savepoint = new SqliteStatement(connection, "SAVEPOINT one");
        release = new SqliteStatement(connection, "RELEASE one");
        rollbackTo = new SqliteStatement(connection, "ROLLBACK TO one");
    }

    protected override void OnBeginRead() => Run(beginRead);

    protected override void OnBeginWrite() => Run(beginWrite);

    // One process has the file: there is nobody to tell.
    public override void Announce(IReadOnlyCollection<AccountHead> accounts)
    {
    }

    public override void Commit() => Run(commit);

    public override void Rollback()
    {
        // After some errors SQLite has rolled back by itself, and says so.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            return;
        }

        try
        {
            rollback.Run();
        }
        catch (SqliteException)
        {
            IsBroken = true;
        }
    }

    public override void Savepoint() => Run(savepoint);

    public override void ReleaseSavepoint() => Run(release);

    protected override void OnRollbackToSavepoint() => Run(rollbackTo);

    protected override StoreException Translate(Exception error) =>
        error is SqliteException known ? Meaning(known) : new StoreException("The database refused a statement.", error);

    /// <summary>What an error of SQLite means here.</summary>
    public static StoreException Meaning(SqliteException error) => error.SqliteErrorCode switch
    {
        Constraint => new StoreConflictException("A record breaks a rule of its table.", error),
        Busy or Locked => new StoreRetryException("Another process has the database locked.", error),
        Full => new StoreUnavailableException("The disk is full.", error) { IsOfDisk = true },
        ReadOnlyFile or IOError or CantOpen => new StoreUnavailableException("The database's files can't be read or written.", error) { IsOfDisk = true },
        Corrupt or NotADatabase => new StoreCorruptException("The database file is damaged.", error),
        _ => new StoreException("The database refused a statement.", error),
    };

    public override void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<SqliteStatement>)[beginRead, beginWrite, commit, rollback, savepoint, release, rollbackTo])
        {
            statement.Dispose();
        }

        base.Dispose();
    }

    protected override DbCommand Prepare(string text, ReadOnlySpan<SqlValue> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
        {
            var type = values[i].Type switch
            {
                SqlType.Integer => SqliteType.Integer,
                SqlType.Text => SqliteType.Text,
                SqlType.Bytes => SqliteType.Blob,
            };
            command.Parameters.Add(new SqliteParameter(FormattableString.Invariant($"${i + 1}"), type));
        }

        return command;
    }

    private static void Run(SqliteStatement statement)
    {
        try
        {
            statement.Run();
        }
        catch (SqliteException e)
        {
            throw Meaning(e);
        }
    }
}
