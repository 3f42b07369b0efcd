namespace Claviger.Store;

/// <summary>A transaction that may write rows which have no place in the change feed.</summary>
public class AppendTransaction : ReadTransaction
{
    internal AppendTransaction(Session session, Feed feed, DateTimeOffset now)
        : base(session, feed) => Now = now;

    /// <summary>The time of the transaction, in whole milliseconds as the store keeps times.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The first statement that failed. PostgreSQL refuses all that follow it, so a commit that swallowed it has failed nonetheless.</summary>
    internal StoreException? Fault { get; private set; }

    internal int Execute(Sql sql, params ReadOnlySpan<SqlValue> values)
    {
        Forget();
        try
        {
            return Session().Execute(sql, values);
        }
        catch (StoreException e)
        {
            Fault ??= e;
            throw;
        }
    }

    private protected override Session Session() => Fault is null ? base.Session() : throw Fault;
}
