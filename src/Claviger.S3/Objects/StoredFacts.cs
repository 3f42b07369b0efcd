using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What the store knows of the objects that it has.</summary>
internal sealed class StoredFacts : IObjectFacts
{
    public bool Describe(Target target, CallContext call, ReadTransaction state, BucketRecord bucket, string key, string? versionId)
    {
        var record = ObjectKey.Find(state, bucket, key, versionId);
        target.WithTagsOf(record);
        return record is null or { IsDeleteMarker: true };
    }

    public NamedValues TagsOf(CallContext call, ReadTransaction state, BucketRecord bucket, string key, string? versionId) =>
        ObjectKey.Find(state, bucket, key, versionId)?.Tags ?? NamedValues.Empty;
}
