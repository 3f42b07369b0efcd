using Claviger.Policy;

namespace Claviger.Store;

/// <summary>One snapshot of the records. It begins with the first statement; used by one thread at a time, and disposed soon.</summary>
public class ReadTransaction : IDisposable
{
    private static readonly Sql RevisionById = new("SELECT revision FROM accounts WHERE id = $1");

    private readonly SessionPool? pool;
    private readonly Feed feed;
    private Session? session;

    // The two entities found last: a call is authorized over those that it then answers with, in the same snapshot.
    private (object Table, long Owner, string Key, object? Record) found;
    private (object Table, long Owner, string Key, object? Record) foundBefore;
    private bool isOver;

    internal ReadTransaction(SessionPool pool, Feed feed)
    {
        this.pool = pool;
        this.feed = feed;
    }

    private protected ReadTransaction(Session session, Feed feed)
    {
        this.session = session;
        this.feed = feed;
    }

    /// <summary>The revision of an account in this snapshot; 0 if there is no such account.</summary>
    public virtual long RevisionOf(AccountId account)
    {
        var revision = Number(RevisionById, account) ?? 0;
        feed.Observe(account, revision);
        return revision;
    }

    /// <summary>Ends the snapshot.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        isOver = true;
        if (disposing && pool is not null && session is not null)
        {
            session.Rollback();
            pool.Return(session);
            session = null;
        }
    }

    internal T? One<T>(Sql sql, Func<Row, T> read, params ReadOnlySpan<SqlValue> values)
        where T : class => Session().One(sql, read, values);

    internal List<T> Many<T>(Sql sql, Func<Row, T> read, params ReadOnlySpan<SqlValue> values) => Session().Many(sql, read, values);

    internal void Scan(Sql sql, Func<Row, bool> take, params ReadOnlySpan<SqlValue> values) => Session().Scan(sql, take, values);

    internal long? Number(Sql sql, params ReadOnlySpan<SqlValue> values) => Session().Number(sql, values);

    internal bool TryRecall<T>(object table, long owner, string key, out T? record)
        where T : class => Holds(in found, table, owner, key, out record) || Holds(in foundBefore, table, owner, key, out record);

    internal void Remember(object table, long owner, string key, object? record)
    {
        foundBefore = found;
        found = (table, owner, key, record);
    }

    /// <summary>Forgets what was found, for something is about to change.</summary>
    private protected void Forget()
    {
        found = default;
        foundBefore = default;
    }

    private static bool Holds<T>(
        in (object Table, long Owner, string Key, object? Record) slot, object table, long owner, string key, out T? record)
        where T : class
    {
        var isFound = ReferenceEquals(slot.Table, table) && slot.Owner == owner && slot.Key == key;
        record = isFound ? (T?)slot.Record : null;
        return isFound;
    }

    private protected virtual Session Session()
    {
        ObjectDisposedException.ThrowIf(isOver, this);
        if (session is null)
        {
            session = pool!.Rent();
            session.BeginRead();
        }

        return session;
    }
}
