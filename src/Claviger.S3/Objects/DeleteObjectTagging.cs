using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes all tags from an object.</summary>
internal sealed class DeleteObjectTagging(BucketAccess access) : ObjectOperation<DeleteObjectTaggingRequest, None, DeleteObjectTaggingResponse>
{
    protected override void Refine(DeleteObjectTaggingRequest request, CallContext call) => ObjectKey.DemandVersion(request.VersionId);

    protected override void Authorize(DeleteObjectTaggingRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        ObjectReads.Authorize(
            access,
            targets,
            call,
            state,
            (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
            ObjectTagging.Delete,
            ObjectTagging.DeleteOfVersion);

    protected override ValueTask<None> PrepareAsync(DeleteObjectTaggingRequest request, CallContext call) => default;

    protected override DeleteObjectTaggingResponse Commit(DeleteObjectTaggingRequest request, None prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var record = ObjectReads.Demand(state, bucket, request.Key, request.VersionId);
        Objects.UpdateTags(state, record with { Tags = NamedValues.Empty });
        return new DeleteObjectTaggingResponse { StatusCode = 204, VersionId = ObjectKey.InHeader(bucket, record.VersionId) };
    }
}
