using Claviger.Policy;
using Microsoft.Extensions.Caching.Memory;

namespace Claviger.S3;

/// <summary>The compiled policies of buckets.</summary>
internal sealed class BucketPolicies : IDisposable
{
    /// <summary>Bound of the cache, in characters of policy text.</summary>
    private const long Capacity = 16 * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity, CompactionPercentage = 0.2 });

    /// <summary>A bucket's policy. It is found by its text, so that no change can be missed.</summary>
    public BucketPolicy Of(string text)
    {
        if (_cache.TryGetValue(text, out BucketPolicy? policy))
        {
            return policy!;
        }

        policy = new(
            PolicySet.Compile(PolicyKind.Resource, [new PolicySource("bucket policy", null, PolicyDocument.Load(text))]),
            PublicPolicy.IsPublic(text));
        _cache.Set(text, policy, new MemoryCacheEntryOptions { Size = text.Length });
        return policy;
    }

    public void Dispose() => _cache.Dispose();
}
