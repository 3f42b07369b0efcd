using System.Collections.Concurrent;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>What has changed lately in each account, so that a cached entry knows whether it still holds.</summary>
/// <remarks>Fed by the store before a write is answered: who reads after a write never sees what was cached before it.</remarks>
public sealed class RecentChanges
{
    private readonly ConcurrentDictionary<AccountId, Ring> _accounts = new();

    /// <summary>Listens to a store's changes.</summary>
    public RecentChanges(IStore store)
    {
        store.Changed += change => _accounts.GetOrAdd(change.Account, static _ => new Ring()).Add(change);
        store.Forgotten += () => Epoch++;
    }

    /// <summary>Raised when nothing cached before may be believed (another timeline of the database).</summary>
    public int Epoch { get; private set; }

    /// <summary>The newest revision heard of an account; 0 if none since the start.</summary>
    public long Newest(AccountId account) => _accounts.TryGetValue(account, out var ring) ? ring.Newest : 0;

    /// <summary>Whether any of some ids has changed after a revision, as far as is known; not knowing is yes.</summary>
    public bool Touched(AccountId account, long since, string[] ids) =>
        _accounts.TryGetValue(account, out var ring) && ring.Touched(since, ids);

    private sealed class Ring
    {
        private const int Length = 1024;
        private const string Everything = "*";
        private readonly (long Revision, string Id)[] _changes = new (long, string)[Length];
        private readonly Lock _gate = new();
        private long _count;
        private long _newest;

        public long Newest => Volatile.Read(ref _newest);

        public void Add(StoreChange change)
        {
            lock (_gate)
            {
                _changes[_count++ % Length] = (change.Revision, change.Kind == ChangeKind.Everything ? Everything : change.Id);
                Volatile.Write(ref _newest, Math.Max(_newest, change.Revision));
            }
        }

        public bool Touched(long since, string[] ids)
        {
            lock (_gate)
            {
                for (var i = _count - 1; i >= 0; i--)
                {
                    if (_count - i > Length)
                    {
                        return true;
                    }

                    var (revision, id) = _changes[i % Length];
                    if (revision <= since)
                    {
                        return false;
                    }

                    if (id == Everything || Array.IndexOf(ids, id) >= 0)
                    {
                        return true;
                    }
                }

                // All that was ever heard is in the ring, and newer than `since`: what came before it was not heard.
                return false;
            }
        }
    }
}
