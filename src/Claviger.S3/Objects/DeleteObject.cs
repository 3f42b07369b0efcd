using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Deletes an object, or marks it deleted where versions are kept; deletes a version for good.</summary>
internal sealed class DeleteObject(BucketAccess access, ContentWriter writer) : ObjectOperation<DeleteObjectRequest, StagedWrite, DeleteObjectResponse>
{
    protected override void Refine(DeleteObjectRequest request, CallContext call)
    {
        ObjectKey.DemandVersion(request.VersionId);
        if (request.IfMatchLastModifiedTime is not null || request.IfMatchSize is not null)
        {
            throw S3Error.NotImplemented("x-amz-if-match-last-modified-time");
        }
    }

    protected override void Authorize(DeleteObjectRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        ObjectDeletion.Authorize(
            access, targets, call, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner), request.Key, request.VersionId);

    protected override ValueTask<StagedWrite> PrepareAsync(DeleteObjectRequest request, CallContext call) => new(writer.Nothing());

    protected override DeleteObjectResponse Commit(DeleteObjectRequest request, StagedWrite prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var deletion = ObjectDeletion.Run(state, bucket, request.Key, request.VersionId, request.IfMatch, prepared.Freeing());
        return new DeleteObjectResponse
        {
            StatusCode = 204,
            DeleteMarker = deletion.IsMarker ? true : null,
            VersionId = deletion.VersionId,
        };
    }

    protected override void Settle(DeleteObjectRequest request, StagedWrite prepared, DeleteObjectResponse response) => prepared.Settle();
}
