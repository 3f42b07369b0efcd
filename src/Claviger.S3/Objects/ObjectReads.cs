using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Finding the object that is read, and what must be allowed for it.</summary>
internal static class ObjectReads
{
    /// <summary>Adds what reading an object takes: the action, another where a version is named, and, where there is no object, that its absence may be told.</summary>
    /// <param name="access">Adds targets with the bucket's policy.</param>
    /// <param name="targets">Receives them.</param>
    /// <param name="call">The call.</param>
    /// <param name="state">The snapshot.</param>
    /// <param name="what">The bucket, the key, the version's id, the owner that is expected.</param>
    /// <param name="action">The action, such as <c>s3:GetObject</c>.</param>
    /// <param name="versionAction">The action where a version is named, such as <c>s3:GetObjectVersion</c>.</param>
    /// <returns>The target of the object itself.</returns>
    public static Target Authorize(
        BucketAccess access,
        Targets targets,
        CallContext call,
        ReadTransaction state,
        (string Bucket, string Key, string? VersionId, string? ExpectedOwner) what,
        string action,
        string versionAction)
    {
        var bucket = BucketAccess.Find(state, what.Bucket, what.ExpectedOwner);
        var target = access.OnObject(targets, call, what.VersionId is null ? action : versionAction, bucket, what.Key)
            .With(S3Keys.VersionId, what.VersionId);

        // AWS: who may not list the bucket doesn't learn that something isn't there.
        if (access.Facts.Describe(target, call, state, bucket, what.Key, what.VersionId))
        {
            access.OnBucket(targets, call, BucketAccess.ListBucket, bucket);
        }

        return target;
    }

    /// <summary>The version that is asked for.</summary>
    /// <exception cref="AwsError">NoSuchKey, NoSuchVersion, MethodNotAllowed: there is none, or it is a delete marker.</exception>
    public static ObjectRecord Demand(ReadTransaction state, BucketRecord bucket, string key, string? versionId)
    {
        var record = ObjectKey.Find(state, bucket, key, versionId);
        if (record is null)
        {
            throw versionId is null ? S3Error.NoSuchKey(key) : S3Error.NoSuchVersion(key, versionId);
        }

        if (!record.IsDeleteMarker)
        {
            return record;
        }

        var error = versionId is null ? S3Error.NoSuchKey(key) : S3Error.MethodNotAllowed("GET", "DeleteMarker").WithHeader("Allow", "DELETE");
        throw error.WithHeader("x-amz-delete-marker", "true").WithHeader("x-amz-version-id", record.VersionId);
    }
}
