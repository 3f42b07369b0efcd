using Claviger.Policy;

namespace Claviger.Store;

/// <summary>Writes that wait, a lane an account. Lanes take turns, so that no account keeps another waiting.</summary>
/// <param name="capacity">How many may wait in all.</param>
/// <param name="isLaneABatch">Whether a batch holds one lane, which then belongs to its writer until it is done (PostgreSQL's row locks),
/// rather than whatever waits (SQLite's one writer).</param>
internal sealed class CommitQueue(int capacity, bool isLaneABatch)
{
    // Appends have no account and share a lane.
    private static readonly AccountId NoAccount = AccountId.FromNumber(999_999_999_999);

    private readonly Dictionary<AccountId, Lane> lanes = [];
    private readonly Queue<Lane> ready = new();
    private readonly object gate = new();
    private int waiting;
    private bool isClosed;

    /// <summary>Adds a write and waits for its answer.</summary>
    public async Task<T> AddAsync<T>(WriteGate writes, Commit<T> commit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (writes.IsShut)
        {
            throw writes.Refusal();
        }

        Add(commit);
        await using var registration = cancellation.UnsafeRegister(static (it, token) => ((Commit)it!).TakeBack(token), commit);
        return await commit.Answered;
    }

    private void Add(Commit commit)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            if (waiting >= capacity)
            {
                throw new StoreBusyException("Too many writes are waiting for the database.");
            }

            var account = commit.Account ?? NoAccount;
            if (!lanes.TryGetValue(account, out var lane))
            {
                lane = lanes[account] = new Lane(account);
                ready.Enqueue(lane);
                Monitor.Pulse(gate);
            }

            lane.Commits.Enqueue(commit);
            waiting++;
        }
    }

    /// <summary>Fills a batch, waiting for a first write.</summary>
    /// <param name="batch">Receives the writes, in the order in which they came for each account.</param>
    /// <param name="most">Size of the batch.</param>
    /// <param name="held">The lane that belongs to the caller until it gives it back with <see cref="Done"/>; null where lanes are shared.</param>
    /// <returns>False when the queue is closed and empty.</returns>
    public bool Take(List<Commit> batch, int most, out Lane? held)
    {
        held = null;
        lock (gate)
        {
            while (ready.Count == 0)
            {
                if (isClosed)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            if (isLaneABatch)
            {
                held = ready.Dequeue();
                while (batch.Count < most && held.Commits.TryDequeue(out var commit))
                {
                    batch.Add(commit);
                }
            }
            else
            {
                TakeInTurn(batch, most);
            }

            waiting -= batch.Count;
            return true;
        }
    }

    /// <summary>Gives a lane back once its batch is done.</summary>
    public void Done(Lane lane)
    {
        lock (gate)
        {
            if (lane.Commits.Count == 0)
            {
                lanes.Remove(lane.Account);
            }
            else
            {
                ready.Enqueue(lane);
                Monitor.Pulse(gate);
            }
        }
    }

    /// <summary>Takes no more writes; what waits is still handed out.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }

    private void TakeInTurn(List<Commit> batch, int most)
    {
        while (batch.Count < most && ready.TryDequeue(out var lane))
        {
            batch.Add(lane.Commits.Dequeue());
            if (lane.Commits.Count == 0)
            {
                lanes.Remove(lane.Account);
            }
            else
            {
                ready.Enqueue(lane);
            }
        }
    }

    /// <summary>The writes that wait for one account.</summary>
    internal sealed class Lane(AccountId account)
    {
        public AccountId Account => account;

        public Queue<Commit> Commits { get; } = new();
    }
}
