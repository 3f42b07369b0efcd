namespace Claviger.Store;

/// <summary>A thread that gathers waiting writes into transactions, a savepoint each, and answers them once they are durable.</summary>
internal sealed class Writer
{
    private const int LargestBatch = 256;
    private const int Attempts = 6;

    private readonly CommitQueue queue;
    private readonly Func<Session> open;
    private readonly Feed feed;
    private readonly TimeProvider time;
    private readonly WriteGate gate;
    private readonly Action afterBatch;
    private readonly Thread thread;
    private Session? session;

    public Writer(CommitQueue queue, Func<Session> open, Feed feed, TimeProvider time, WriteGate gate, Action afterBatch)
    {
        this.queue = queue;
        this.open = open;
        this.feed = feed;
        this.time = time;
        this.gate = gate;
        this.afterBatch = afterBatch;
        thread = new Thread(Work) { Name = "store writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Waits until the queue, closed before, is empty.</summary>
    public void Join() => thread.Join();

    private void Work()
    {
        var taken = new List<Commit>();
        while (queue.Take(taken, LargestBatch, out var lane))
        {
            taken.RemoveAll(static commit => !commit.TryBegin());
            if (taken.Count > 0)
            {
                Write(taken);
                taken.Clear();
            }

            if (lane is not null)
            {
                queue.Done(lane);
            }
        }

        session?.Dispose();
    }

    private void Write(List<Commit> commits)
    {
        try
        {
            if (gate.IsShut)
            {
                throw gate.Refusal();
            }

            WriteDurably(commits);
        }
        catch (Exception e)
        {
            foreach (var commit in commits)
            {
                commit.Refuse(e);
            }

            return;
        }

        foreach (var commit in commits)
        {
            commit.Answer();
        }

        afterBatch();
    }

    private void WriteDurably(List<Commit> commits)
    {
        var isGuarded = false;
        for (var attempt = 1; ; attempt++)
        {
            var batch = new Batch(commits, feed, isGuarded);
            try
            {
                session ??= open();
                if (batch.TryRun(session, time))
                {
                    return;
                }

                isGuarded = true;
                continue;
            }
            catch (Exception e)
            {
                Abandon();
                if (batch.IsOutcomeUnknown || e is StoreUnavailableException { IsOfDisk: true } or StoreCorruptException)
                {
                    gate.Shut(e);
                    throw gate.Refusal();
                }

                // A connection that was lost before its commit has written nothing, nor has the loser of a deadlock: both may go again.
                if (e is not (StoreRetryException or StoreUnavailableException))
                {
                    throw;
                }

                if (attempt == Attempts)
                {
                    throw e is StoreRetryException ? new StoreBusyException("The database kept giving way to other transactions.", e) : e;
                }
            }

            Thread.Sleep(Random.Shared.Next(1, 5 << attempt));
        }
    }

    private void Abandon()
    {
        session?.Rollback();
        if (session is { IsBroken: true })
        {
            session.Dispose();
            session = null;
        }
    }
}
