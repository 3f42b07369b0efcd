namespace Claviger.Store;

/// <summary>A transaction that may write rows which have no place in the change feed.</summary>
public class AppendTransaction : ReadTransaction
{
    private readonly Session session;
    private bool hasWritten;

    internal AppendTransaction(Session session, Feed feed, DateTimeOffset now)
        : base(session, feed)
    {
        this.session = session;
        Now = now;
    }

    /// <summary>The time of the transaction, in whole milliseconds as the store keeps times.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether there is something to undo if this write fails: a statement that changes rows was sent, or any has failed.</summary>
    internal bool HasTraces => hasWritten || session.Fault is not null;

    /// <summary>Takes a lock by a statement that changes nothing. What was read before it may have changed meanwhile.</summary>
    internal T? Lock<T>(Sql sql, Func<Row, T> read, params ReadOnlySpan<SqlValue> values)
        where T : class
    {
        Forget();
        return Session().One(sql, read, values);
    }

    internal int Execute(Sql sql, params ReadOnlySpan<SqlValue> values)
    {
        Forget();
        hasWritten = true;
        return Session().Execute(sql, values);
    }

    /// <summary>Ends the transaction's part in its batch. One that has swallowed a failed statement has failed nonetheless.</summary>
    internal virtual void Finish()
    {
        if (session.Fault is not null)
        {
            throw session.Fault;
        }
    }

    private protected override Session Session() => session.Fault is null ? base.Session() : throw session.Fault;
}
