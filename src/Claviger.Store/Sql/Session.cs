using System.Data;
using System.Data.Common;

namespace Claviger.Store;

/// <summary>A connection and the commands prepared on it. Used by one thread at a time.</summary>
internal abstract class Session(DbConnection connection) : IDisposable
{
    private DbCommand?[] commands = new DbCommand?[128];

    /// <summary>Whether the connection can't be used any more.</summary>
    public bool IsBroken { get; protected set; }

    /// <summary>The first statement of the transaction, or since it went back to a savepoint, that failed. PostgreSQL refuses all that follow it.</summary>
    public StoreException? Fault { get; private set; }

    public T? One<T>(Sql sql, Func<Row, T> read, ReadOnlySpan<SqlValue> values)
        where T : class
    {
        try
        {
            using var reader = Bound(sql, values).ExecuteReader();
            return reader.Read() ? read(new Row(reader)) : null;
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Failed(e);
        }
    }

    public List<T> Many<T>(Sql sql, Func<Row, T> read, ReadOnlySpan<SqlValue> values)
    {
        try
        {
            using var reader = Bound(sql, values).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(new Row(reader)));
            }

            return rows;
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Failed(e);
        }
    }

    /// <summary>Hands rows over one after the other until no more are wanted.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="take">Takes a row, and says whether it wants the next.</param>
    /// <param name="values">The query's parameters.</param>
    public void Scan(Sql sql, Func<Row, bool> take, ReadOnlySpan<SqlValue> values)
    {
        try
        {
            using var reader = Bound(sql, values).ExecuteReader();
            while (reader.Read() && take(new Row(reader)))
            {
            }
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Failed(e);
        }
    }

    /// <summary>The first column of the first row; null where there is no row, or a null in it.</summary>
    public long? Number(Sql sql, ReadOnlySpan<SqlValue> values)
    {
        try
        {
            using var reader = Bound(sql, values).ExecuteReader();
            return reader.Read() && !reader.IsDBNull(0) ? reader.GetInt64(0) : null;
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Failed(e);
        }
    }

    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public int Execute(Sql sql, ReadOnlySpan<SqlValue> values)
    {
        try
        {
            return Bound(sql, values).ExecuteNonQuery();
        }
        catch (Exception e) when (IsOfDatabase(e))
        {
            throw Failed(e);
        }
    }

    /// <summary>Runs a statement once for each of a number of rows, in as few round trips as the database allows.</summary>
    public virtual void ExecuteEach(Sql sql, int count, Func<int, SqlValue[]> values)
    {
        for (var i = 0; i < count; i++)
        {
            Execute(sql, values(i));
        }
    }

    /// <summary>Begins a transaction that sees one snapshot and writes nothing.</summary>
    public void BeginRead()
    {
        Fault = null;
        OnBeginRead();
    }

    public void BeginWrite()
    {
        Fault = null;
        OnBeginWrite();
    }

    /// <summary>Tells other nodes, as part of the transaction, which accounts a batch has changed.</summary>
    public abstract void Announce(IReadOnlyCollection<AccountHead> accounts);

    /// <summary>Returns once the transaction is durable.</summary>
    public abstract void Commit();

    /// <summary>Ends the transaction without a trace. Never fails: where it can't be told to the database, the connection counts as broken.</summary>
    public abstract void Rollback();

    public abstract void Savepoint();

    public abstract void ReleaseSavepoint();

    public void RollbackToSavepoint()
    {
        Fault = null;
        OnRollbackToSavepoint();
    }

    /// <summary>What an error of the database means here.</summary>
    protected abstract StoreException Translate(Exception error);

    public virtual void Dispose()
    {
        foreach (var command in commands)
        {
            command?.Dispose();
        }

        connection.Dispose();
    }

    protected abstract void OnBeginRead();

    protected abstract void OnBeginWrite();

    protected abstract void OnRollbackToSavepoint();

    /// <summary>A command with a parameter of the right type for each value.</summary>
    protected abstract DbCommand Prepare(string text, ReadOnlySpan<SqlValue> values);

    /// <summary>Whether an error is the database's, or of a connection that is gone.</summary>
    protected bool IsOfDatabase(Exception error) =>
        error is DbException || (error is InvalidOperationException or IOException or TimeoutException && connection.State != ConnectionState.Open);

    private StoreException Failed(Exception error)
    {
        var failure = Translate(error);
        Fault ??= failure;
        return failure;
    }

    private DbCommand Bound(Sql sql, ReadOnlySpan<SqlValue> values)
    {
        if (sql.Number >= commands.Length)
        {
            Array.Resize(ref commands, sql.Number * 2);
        }

        var command = commands[sql.Number] ??= Prepare(sql.Text, values);
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }
}
