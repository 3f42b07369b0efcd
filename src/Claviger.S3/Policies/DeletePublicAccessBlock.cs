using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Has a bucket refuse nothing of public access.</summary>
internal sealed class DeletePublicAccessBlock(BucketAccess access) : BucketChange<DeletePublicAccessBlockRequest, DeletePublicAccessBlockResponse>(access, "s3:PutBucketPublicAccessBlock")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeletePublicAccessBlockRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeletePublicAccessBlockRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { PublicAccessBlock = null };

    protected override DeletePublicAccessBlockResponse Answer(DeletePublicAccessBlockRequest request) => new() { StatusCode = 204 };
}
