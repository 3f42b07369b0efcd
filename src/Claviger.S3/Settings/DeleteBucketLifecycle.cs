using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes the lifecycle rules from a bucket.</summary>
internal sealed class DeleteBucketLifecycle(BucketAccess access) : BucketChange<DeleteBucketLifecycleRequest, DeleteBucketLifecycleResponse>(access, "s3:PutLifecycleConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketLifecycleRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketLifecycleRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Lifecycle = null };

    protected override DeleteBucketLifecycleResponse Answer(DeleteBucketLifecycleRequest request) => new() { StatusCode = 204 };
}
