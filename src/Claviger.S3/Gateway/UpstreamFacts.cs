using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What a call has learnt of objects that the upstream has.</summary>
internal sealed class UpstreamFacts : IObjectFacts
{
    // AWS: who may not list the bucket doesn't learn that something isn't there. That is looked at once the upstream has said so.
    public bool Describe(Target target, CallContext call, ReadTransaction state, BucketRecord bucket, string key, string? versionId)
    {
        target.From(Of(call, bucket.Name, key, versionId));
        return false;
    }

    public NamedValues TagsOf(CallContext call, ReadTransaction state, BucketRecord bucket, string key, string? versionId) =>
        Of(call, bucket.Name, key, versionId).Needed();

    /// <summary>The objects of a call on whose tags, not known, something has turned out to hang.</summary>
    public static IReadOnlyList<ObjectTagSource> Open(CallContext call) => [.. Sources(call).Where(static source => source.IsOpen)];

    private static ObjectTagSource Of(CallContext call, string bucket, string key, string? versionId)
    {
        var sources = Sources(call);
        var found = sources.Find(source => source.Of == (bucket, key, versionId));
        if (found is null)
        {
            sources.Add(found = new ObjectTagSource(bucket, key, versionId));
        }

        return found;
    }

    private static List<ObjectTagSource> Sources(CallContext call) => (List<ObjectTagSource>)(call.Learnt ??= new List<ObjectTagSource>());
}
