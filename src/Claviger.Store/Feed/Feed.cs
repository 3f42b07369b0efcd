using System.Collections.Concurrent;
using Claviger.Policy;

namespace Claviger.Store;

/// <summary>The change feed as this node sees it: hands each row on once, in the order of an account's revisions.</summary>
internal sealed class Feed
{
    private readonly ConcurrentDictionary<AccountId, Position> positions = new();
    private volatile bool isBroken;

    public event Action<StoreChange>? Changed;

    public event Action? Forgotten;

    /// <summary>Whether a handler failed: a cache may then hold what it should have dropped.</summary>
    public bool IsBroken => isBroken;

    /// <summary>The accounts that something may be cached of, with the last revision handed on.</summary>
    public IEnumerable<KeyValuePair<AccountId, long>> Followed => positions.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Delivered));

    /// <summary>The newest revision read, written or heard of.</summary>
    public long Newest(AccountId account) => positions.TryGetValue(account, out var position) ? position.Newest : 0;

    /// <summary>The last revision handed on; null for an account that nothing was read of.</summary>
    public long? Delivered(AccountId account) => positions.TryGetValue(account, out var position) ? position.Delivered : null;

    /// <summary>Notes a revision that a snapshot has shown. From the first on, the account is followed.</summary>
    public void Observe(AccountId account, long revision) => positions.GetOrAdd(account, static (_, first) => new Position(first), revision).Observe(revision);

    /// <summary>Hands on rows of one account in ascending order, but for those that were handed on before.</summary>
    public void Deliver(AccountId account, IReadOnlyList<StoreChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var position = positions.GetOrAdd(account, static (_, before) => new Position(before), changes[0].Revision - 1);
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

    /// <summary>Hands on the rows between two revisions as read from the database. Where rows are missing, everything of the account counts as changed.</summary>
    public void CatchUp(AccountId account, long after, long upTo, IReadOnlyList<StoreChange> changes)
    {
        var last = after;
        foreach (var change in changes)
        {
            if (change.Revision > last + 1)
            {
                break;
            }

            last = change.Revision;
        }

        Deliver(account, last == upTo ? changes : [new StoreChange(account, upTo, ChangeKind.Everything, account.ToString())]);
    }

    /// <summary>Drops all that is known: the database is another one, or an older state of it.</summary>
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

    private sealed class Position(long first)
    {
        private long newest = first;
        private long delivered = first;

        public long Newest => Volatile.Read(ref newest);

        public long Delivered => Volatile.Read(ref delivered);

        public void Observe(long revision)
        {
            var seen = Volatile.Read(ref newest);
            while (revision > seen)
            {
                seen = Interlocked.CompareExchange(ref newest, revision, seen);
            }
        }

        public void Deliver(long revision)
        {
            Observe(revision);
            Volatile.Write(ref delivered, revision);
        }
    }
}
