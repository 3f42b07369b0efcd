using Claviger.Policy;
using Claviger.Store;
using Microsoft.Extensions.Caching.Memory;

namespace Claviger.Pipeline;

/// <summary>The compiled policies of users and roles, built when first needed and kept for as long as nothing they were made of changes.</summary>
public sealed class PrincipalPolicies(RecentChanges changes, PolicyDocuments documents, TimeProvider time) : IDisposable
{
    /// <summary>Bound of the cache, in characters of policy text.</summary>
    private const long Capacity = 64 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions
    {
        SizeLimit = Capacity,
        CompactionPercentage = 0.2,
        Clock = new CacheClock(time),
    });

    /// <summary>The policies on a caller's side.</summary>
    public Grants Of(Caller caller, ReadTransaction state)
    {
        var session = caller.Session?.Policies((documents, state), static (it, arn) => it.documents.OfManaged(arn, it.state));
        if (caller.GrantsFrom is not { } principal)
        {
            return new Grants(null, null, session, []);
        }

        var compiled = Find(caller.Account, principal, state) ?? Load(caller.Account, principal, state);
        return new Grants(compiled.Identity, compiled.Boundary, session, compiled.IdentityHolders);
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private Compiled? Find(AccountId account, string principal, ReadTransaction state)
    {
        if (!_cache.TryGetValue(principal, out Compiled? compiled) || compiled!.Epoch != changes.Epoch)
        {
            return null;
        }

        var newest = changes.Newest(account);
        if (newest > compiled.ValidAt)
        {
            if (changes.Touched(account, compiled.ValidAt, compiled.Dependencies))
            {
                _cache.Remove(principal);
                return null;
            }

            compiled.ValidAt = newest;
        }

        // Inside a write: what the batch has changed already, or another node has and we haven't heard, is not in the _cache.
        return state is WriteTransaction write && !write.IsUntouched(compiled.ValidAt, compiled.Dependencies) ? null : compiled;
    }

    private Compiled Load(AccountId account, string principal, ReadTransaction state)
    {
        var epoch = changes.Epoch;
        var revision = state.RevisionOf(account);
        var gathered = new PrincipalSources(documents, account, state).Gather(principal);
        var compiled = new Compiled(
            gathered.Identity.Count == 0 ? null : PolicySet.Compile(PolicyKind.Identity, gathered.Identity),
            gathered.Boundary is { } boundary ? PolicySet.Compile(PolicyKind.Boundary, [boundary]) : null,
            [.. gathered.Dependencies])
        {
            IdentityHolders = gathered.IdentityHolders,
            ValidAt = revision,
            Epoch = epoch,
        };

        // A write's own view must not be seen by others before it is committed.
        if (state is not WriteTransaction && !changes.Touched(account, revision, compiled.Dependencies))
        {
            var size = 1024 + gathered.Identity.Sum(static source => (long)source.Document.Text.Length);
            _cache.Set(principal, compiled, new MemoryCacheEntryOptions { Size = size });
        }

        return compiled;
    }

    private sealed class Compiled(PolicySet? identity, PolicySet? boundary, string[] dependencies)
    {
        private long _validAt;

        public PolicySet? Identity => identity;

        public PolicySet? Boundary => boundary;

        /// <summary>Ids whose change makes the entry void: the principal, its groups, their managed policies.</summary>
        public string[] Dependencies => dependencies;

        /// <summary>What each of the identity policies is attached to, in their order.</summary>
        public required IReadOnlyList<string> IdentityHolders { get; init; }

        public long ValidAt
        {
            get => Volatile.Read(ref _validAt);
            set => Volatile.Write(ref _validAt, value);
        }

        public required int Epoch { get; init; }
    }
}
