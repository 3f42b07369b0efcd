using Claviger.Catalogue;
using Claviger.Policy;
using Claviger.Store;
using Microsoft.Extensions.Caching.Memory;

namespace Claviger.Pipeline;

/// <summary>Parsed managed policies, shared among all principals that they are attached to.</summary>
public sealed class PolicyDocuments(TimeProvider time) : IDisposable
{
    /// <summary>Bound of the cache, in characters of policy text.</summary>
    private const long Capacity = 32 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions
    {
        SizeLimit = Capacity,
        CompactionPercentage = 0.2,
        Clock = new CacheClock(time),
    });

    /// <summary>The default version of a managed policy, AWS's or the account's; null if there is none of that ARN.</summary>
    public PolicyDocument? OfManaged(string arn, ReadTransaction state)
    {
        if (ManagedPolicies.TryFind(arn, out var policy))
        {
            return Parsed(policy.Arn, policy.ReadDocument);
        }

        return Policies.ByArn(state, arn) is { } record
            ? Parsed($"{record.Id}/{record.DefaultVersion}", () => PolicyVersions.Find(state, record.Id, record.DefaultVersionId)!.Document)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    // A version of a policy never changes: its document can be kept for as long as there is room.
    private PolicyDocument Parsed(string key, Func<string> read)
    {
        if (_cache.TryGetValue(key, out PolicyDocument? document))
        {
            return document!;
        }

        var text = read();
        document = PolicyDocument.Load(text);
        _cache.Set(key, document, new MemoryCacheEntryOptions { Size = text.Length });
        return document;
    }
}
