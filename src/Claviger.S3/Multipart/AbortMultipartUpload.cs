using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Ends an upload, and deletes its parts.</summary>
internal sealed class AbortMultipartUpload(BucketAccess access, ContentWriter writer)
    : ObjectOperation<AbortMultipartUploadRequest, StagedWrite, AbortMultipartUploadResponse>
{
    protected override void Refine(AbortMultipartUploadRequest request, CallContext call)
    {
        if (request.IfMatchInitiatedTime is not null)
        {
            throw S3Error.NotImplemented("x-amz-if-match-initiated-time");
        }
    }

    protected override void Authorize(AbortMultipartUploadRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnObject(
            targets,
            call,
            "s3:AbortMultipartUpload",
            BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner),
            request.Key);

    protected override ValueTask<StagedWrite> PrepareAsync(AbortMultipartUploadRequest request, CallContext call) => new(writer.Nothing());

    protected override AbortMultipartUploadResponse Commit(AbortMultipartUploadRequest request, StagedWrite prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var upload = UploadAccess.Demand(state, bucket, request.Key, request.UploadId);
        Uploads.Delete(state, upload);
        Parts.DeleteAll(state, bucket.Id, upload.Id, prepared.Freeing());
        return new AbortMultipartUploadResponse { StatusCode = 204 };
    }

    protected override void Settle(AbortMultipartUploadRequest request, StagedWrite prepared, AbortMultipartUploadResponse response) => prepared.Settle();
}
