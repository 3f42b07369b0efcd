using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What decisions can know of objects: their tags, and that they don't exist.</summary>
internal interface IObjectFacts
{
    /// <summary>Gives a target what is known of its object: its tags, as <c>s3:ExistingObjectTag/…</c>.</summary>
    /// <returns>Whether there is known to be no such object.</returns>
    bool Describe(Target target, CallContext call, ReadTransaction state, BucketRecord bucket, string key, string? versionId);

    /// <summary>The tags of an object, for a copy that takes them along.</summary>
    NamedValues TagsOf(CallContext call, ReadTransaction state, BucketRecord bucket, string key, string? versionId);
}
