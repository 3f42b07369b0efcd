using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What writes of objects have in common.</summary>
internal static class ObjectWrites
{
    /// <summary>Adds what storing an object takes.</summary>
    /// <returns>The target of the object itself.</returns>
    public static Target Authorize(BucketAccess access, Targets targets, CallContext call, BucketRecord bucket, string key, NamedValues tags)
    {
        var target = access.OnObject(targets, call, PutObject.Action, bucket, key).WithObjectTags(tags);
        if (tags.Count > 0)
        {
            access.OnObject(targets, call, ObjectTagging.Put, bucket, key).WithObjectTags(tags);
        }

        return target;
    }

    /// <summary>The bucket as it is now, and until the transaction ends.</summary>
    /// <exception cref="AwsError">NoSuchBucket.</exception>
    public static BucketRecord Lock(AppendTransaction state, string name) =>
        Buckets.Find(state, name) is { } bucket && Buckets.Lock(state, bucket.Id) is { } locked ? locked : throw S3Error.NoSuchBucket(name);
}
