using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Claviger.Store;

/// <summary>A connection to PostgreSQL.</summary>
internal sealed class PostgresSession : Session
{
    private const string SavepointName = "one";

    private readonly NpgsqlConnection connection;
    private readonly string node;
    private NpgsqlTransaction? transaction;

    /// <param name="connection">Open, and this session's alone.</param>
    /// <param name="node">Name of this process, by which it knows its own notifications.</param>
    public PostgresSession(NpgsqlConnection connection, string node)
        : base(connection)
    {
        this.connection = connection;
        this.node = node;
    }

    public override void ExecuteEach(Sql sql, int count, Func<int, SqlValue[]> values)
    {
        if (count < 2)
        {
            base.ExecuteEach(sql, count, values);
            return;
        }

        using var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < count; i++)
        {
            var command = new NpgsqlBatchCommand(sql.Text);
            foreach (var value in values(i))
            {
                var parameter = Parameter(value.Type);
                parameter.Value = value.Value ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        Guarded(batch, static it => it.ExecuteNonQuery());
    }

    // Npgsql sends BEGIN along with the first statement: a transaction costs no round trip of its own to open.
    protected override void OnBeginRead() => Begin(IsolationLevel.RepeatableRead);

    // What a write reads after it has locked its account's row can't be changed by others: no need for more than this.
    protected override void OnBeginWrite() => Begin(IsolationLevel.ReadCommitted);

    public override void Announce(IReadOnlyCollection<AccountHead> accounts)
    {
        foreach (var head in accounts)
        {
            if (head.Revision > head.Found)
            {
                using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection);
                notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PostgresFeed.Channel });
                notify.Parameters.Add(new NpgsqlParameter<string> { TypedValue = node });
                Guarded(notify, static it => it.ExecuteNonQuery());
                return;
            }
        }
    }

    public override void Commit()
    {
        Guarded(transaction!, static it => it.Commit());
        transaction = null;
    }

    public override void Rollback()
    {
        try
        {
            transaction?.Rollback();
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or TimeoutException or IOException)
        {
            IsBroken = true;
        }

        transaction = null;
        IsBroken |= connection.FullState != ConnectionState.Open;
    }

    public override void Savepoint() => Guarded(transaction!, static it => it.Save(SavepointName));

    public override void ReleaseSavepoint() => Guarded(transaction!, static it => it.Release(SavepointName));

    protected override void OnRollbackToSavepoint() => Guarded(transaction!, static it => it.Rollback(SavepointName));

    protected override StoreException Translate(Exception error) => Meaning(error);

    /// <summary>What an error of PostgreSQL, or of the way to it, means here.</summary>
    public static StoreException Meaning(Exception error) => error is not PostgresException answer
        ? new StoreUnavailableException("The connection to the database failed.", error)
        : answer.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.NotNullViolation =>
                new StoreConflictException("A record breaks a rule of its table.", error),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable =>
                new StoreRetryException("Another transaction got in the way.", error),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new StoreCorruptException("The database is damaged.", error),
            PostgresErrorCodes.DiskFull => new StoreUnavailableException("The database's disk is full.", error) { IsOfDisk = true },
            PostgresErrorCodes.ReadOnlySqlTransaction =>
                new StoreUnavailableException("The database takes no writes: it is a standby.", error),
            var state => OfClass(state[..2], answer),
        };

    protected override DbCommand Prepare(string text, ReadOnlySpan<SqlValue> values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(Parameter(value.Type));
        }

        command.Prepare();
        return command;
    }

    private static NpgsqlParameter Parameter(SqlType type) => new()
    {
        NpgsqlDbType = type switch
        {
            SqlType.Integer => NpgsqlDbType.Bigint,
            SqlType.Text => NpgsqlDbType.Text,
            SqlType.Bytes => NpgsqlDbType.Bytea,
        },
    };

    private static StoreException OfClass(string sqlClass, PostgresException error) => sqlClass switch
    {
        // Connections: refused, too many, the server is stopping or starting.
        "08" or "53" or "57" => new StoreUnavailableException("The database refuses the connection.", error),
        "58" => new StoreUnavailableException("The database's files can't be read or written.", error) { IsOfDisk = true },
        _ => new StoreException(string.Create(CultureInfo.InvariantCulture, $"The database refused a statement ({error.SqlState})."), error),
    };

    private void Guarded<TState>(TState state, Action<TState> run)
    {
        try
        {
            run(state);
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Meaning(e);
        }
    }

    private void Begin(IsolationLevel level)
    {
        try
        {
            transaction = connection.BeginTransaction(level);
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            IsBroken = true;
            throw Meaning(e);
        }
    }
}
