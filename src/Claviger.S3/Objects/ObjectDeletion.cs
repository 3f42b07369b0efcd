using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What came of deleting one object.</summary>
/// <param name="VersionId">The version that was deleted, or the marker that was made; null where no versions are kept.</param>
/// <param name="IsMarker">Whether that is a delete marker.</param>
internal readonly record struct ObjectDeletion(string? VersionId, bool IsMarker)
{
    /// <summary>Adds what deleting an object takes.</summary>
    public static void Authorize(BucketAccess access, Targets targets, CallContext call, BucketRecord bucket, string key, string? versionId) =>
        access.OnObject(targets, call, versionId is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion", bucket, key).With(S3Keys.VersionId, versionId);

    /// <summary>Deletes an object. Where there is none nothing happens.</summary>
    /// <param name="state">The transaction; it has the bucket's lock.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="versionId">The version to delete for good; null to delete as the bucket's versioning has it.</param>
    /// <param name="ifMatch">The entity tag that it must have; null for any.</param>
    /// <param name="freed">Receives the contents that nothing refers to any more.</param>
    /// <exception cref="AwsError">PreconditionFailed.</exception>
    public static ObjectDeletion Run(
        AppendTransaction state, BucketRecord bucket, string key, string? versionId, string? ifMatch, List<ContentId> freed)
    {
        var record = ObjectKey.Find(state, bucket, key, versionId);
        if (ifMatch is not null && (record is null or { IsDeleteMarker: true } || !EntityTag.IsAmong(ifMatch, record.ETag)))
        {
            throw S3Error.PreconditionFailed("If-Match");
        }

        if (versionId is null && bucket.Versioning != BucketVersioning.Never)
        {
            var marker = new ObjectRecord { BucketId = bucket.Id, Key = key, Modified = state.Now, IsDeleteMarker = true };
            return new(Objects.Put(state, marker, bucket.Versioning, record, freed).VersionId, IsMarker: true);
        }

        if (record is not null)
        {
            Objects.Delete(state, record, freed);
        }

        return new(versionId, record is { IsDeleteMarker: true });
    }
}
