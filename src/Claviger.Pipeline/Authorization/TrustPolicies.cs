using Claviger.Policy;
using Claviger.Store;
using Microsoft.Extensions.Caching.Memory;

namespace Claviger.Pipeline;

/// <summary>The compiled trust policies of roles.</summary>
public sealed class TrustPolicies(TimeProvider time) : IDisposable
{
    /// <summary>Bound of the cache, in characters of policy text.</summary>
    private const long Capacity = 16 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions
    {
        SizeLimit = Capacity,
        CompactionPercentage = 0.2,
        Clock = new CacheClock(time),
    });

    /// <summary>A trust policy that trusts nobody.</summary>
    public static PolicySet Nobody { get; } = PolicySet.Compile(PolicyKind.Trust, []);

    /// <summary>The trust policy of a role. It is found by its text, so that no change can be missed.</summary>
    public PolicySet Of(RoleRecord role)
    {
        if (_cache.TryGetValue(role.TrustPolicy, out PolicySet? compiled))
        {
            return compiled!;
        }

        compiled = PolicySet.Compile(PolicyKind.Trust, [new PolicySource("trust policy", null, PolicyDocument.Load(role.TrustPolicy))]);
        _cache.Set(role.TrustPolicy, compiled, new MemoryCacheEntryOptions { Size = role.TrustPolicy.Length });
        return compiled;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();
}
