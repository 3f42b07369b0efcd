using System.Collections.Concurrent;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The change feed as this node sees it: hands each row on once, in the order of an account's revisions.</summary>
/// <param name="isShared">Whether other nodes write to the same database.</param>
internal sealed class Feed(bool isShared)
{
    private readonly ConcurrentDictionary<AccountId, Position> positions = new();
    private volatile bool isBroken;

    public event Action<StoreChange>? Changed;

    public event Action? Forgotten;

    /// <summary>Whether a handler failed: a cache may then hold what it should have dropped.</summary>
    public bool IsBroken => isBroken;

    /// <summary>The accounts that something was read or heard of, with the newest revision seen.</summary>
    public IEnumerable<KeyValuePair<AccountId, long>> Seen => positions.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Newest));

    /// <summary>The newest revision read, written or heard of.</summary>
    public long Newest(AccountId account) => positions.TryGetValue(account, out var position) ? position.Newest : 0;

    /// <summary>Notes a revision that a snapshot has shown.</summary>
    public void Observe(AccountId account, long revision) => PositionOf(account).Observe(revision);

    /// <summary>Hands on rows of one account in ascending order, but for those that were handed on before.</summary>
    public void Deliver(AccountId account, IReadOnlyList<StoreChange> changes)
    {
        var position = PositionOf(account);
        lock (position)
        {
            var from = position.Delivered;
            foreach (var change in changes)
            {
                if (change.Revision > from)
                {
                    Raise(change);
                    position.Deliver(change.Revision);
                }
            }
        }
    }

    /// <summary>Hands on rows as read from the database. Where some are missing, everything of the account counts as changed.</summary>
    public void CatchUp(AccountId account, IReadOnlyList<StoreChange> changes)
    {
        var last = PositionOf(account).Delivered;
        foreach (var change in changes)
        {
            if (last != Position.Nothing && change.Revision > last + 1)
            {
                Skip(account, changes[^1].Revision);
                return;
            }

            last = Math.Max(last, change.Revision);
        }

        Deliver(account, changes);
    }

    /// <summary>The revision after which rows of other nodes must be read before this node writes to an account; null if there are none.</summary>
    /// <param name="account">Its row is locked: what other nodes wrote to it is committed.</param>
    /// <param name="found">The revision found there.</param>
    public long? MissedBefore(AccountId account, long found)
    {
        if (!isShared || found == 0)
        {
            return null;
        }

        var delivered = PositionOf(account).Delivered;
        if (delivered == Position.Nothing)
        {
            // What was cached of the account before anything was heard of it can't be told from these rows.
            Skip(account, found);
            return null;
        }

        return delivered < found ? delivered : null;
    }

    /// <summary>Drops all that is known: the database is another one, or an older state of it, or was out of sight for too long.</summary>
    public void Forget()
    {
        positions.Clear();
        try
        {
            Forgotten?.Invoke();
        }
        catch (Exception)
        {
            isBroken = true;
        }
    }

    private Position PositionOf(AccountId account) => positions.GetOrAdd(account, static _ => new Position());

    private void Skip(AccountId account, long revision) =>
        Deliver(account, [new StoreChange(account, revision, ChangeKind.Everything, account.ToString())]);

    private void Raise(StoreChange change)
    {
        try
        {
            Changed?.Invoke(change);
        }
        catch (Exception)
        {
            // INVARIANT: a node whose caches may be stale stops allowing. Failing the write instead would deny what is on the disk already.
            isBroken = true;
        }
    }

    private sealed class Position
    {
        public const long Nothing = -1;

        private long newest;
        private long delivered = Nothing;

        public long Newest => Volatile.Read(ref newest);

        /// <summary>The last revision handed on; <see cref="Nothing"/> before the first.</summary>
        public long Delivered => Volatile.Read(ref delivered);

        public void Observe(long revision)
        {
            var seen = Volatile.Read(ref newest);
            while (revision > seen)
            {
                var before = Interlocked.CompareExchange(ref newest, revision, seen);
                if (before == seen)
                {
                    return;
                }

                seen = before;
            }
        }

        public void Deliver(long revision)
        {
            Observe(revision);
            Volatile.Write(ref delivered, revision);
        }
    }
}
