using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>The tags of one object that the upstream has, which are asked for once a policy or a copy needs them.</summary>
/// <param name="bucket">Its bucket's name.</param>
/// <param name="key">Its key.</param>
/// <param name="versionId">Its version; null for the newest.</param>
internal sealed class ObjectTagSource(string bucket, string key, string? versionId) : IContextSource
{
    private static readonly ContextKey Family = ContextKey.Of("s3:ExistingObjectTag");

    public (string Bucket, string Key, string? VersionId) Of => (bucket, key, versionId);

    /// <summary>The tags; null as long as they aren't known.</summary>
    public NamedValues? Tags { get; set; }

    /// <summary>Whether something hangs on tags that aren't known.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The tags as far as they are known; that they are needed is noted.</summary>
    public NamedValues Needed()
    {
        IsOpen |= Tags is null;
        return Tags ?? NamedValues.Empty;
    }

    public void Learn(NamedValues tags)
    {
        Tags = tags;
        IsOpen = false;
    }

    public ContextValue Get(ContextKey key)
    {
        if (!ReferenceEquals(key.Family, Family))
        {
            return ContextValue.Missing;
        }

        foreach (var (name, value) in Needed())
        {
            if (name.Equals(key.Member, StringComparison.OrdinalIgnoreCase))
            {
                return ContextValue.Of(value);
            }
        }

        return ContextValue.Missing;
    }
}
