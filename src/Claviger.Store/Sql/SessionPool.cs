namespace Claviger.Store;

/// <summary>Connections for reads, kept open. Those returned last are taken first: their caches are warm.</summary>
internal sealed class SessionPool(Func<Session> open, int limit) : IDisposable
{
    private readonly Stack<Session> idle = new();
    private readonly Lock gate = new();
    private readonly SemaphoreSlim free = new(limit);
    private bool isDisposed;

    /// <summary>A connection for one transaction; waits while as many as allowed are out.</summary>
    public Session Rent()
    {
        free.Wait();
        try
        {
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(isDisposed, this);
                if (idle.TryPop(out var session))
                {
                    return session;
                }
            }

            return open();
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    public void Return(Session session)
    {
        lock (gate)
        {
            if (!session.IsBroken && !isDisposed)
            {
                idle.Push(session);
                session = null!;
            }
        }

        session?.Dispose();
        free.Release();
    }

    /// <summary>Closes what is idle, so that the next read gets a new connection.</summary>
    public void Clear()
    {
        Session[] closing;
        lock (gate)
        {
            closing = [.. idle];
            idle.Clear();
        }

        foreach (var session in closing)
        {
            session.Dispose();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
        }

        Clear();
    }
}
