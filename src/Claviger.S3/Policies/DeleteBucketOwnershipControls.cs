using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes back what was said of ownership; ACLs stay without effect all the same.</summary>
internal sealed class DeleteBucketOwnershipControls(BucketAccess access) : BucketChange<DeleteBucketOwnershipControlsRequest, DeleteBucketOwnershipControlsResponse>(access, "s3:PutBucketOwnershipControls")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketOwnershipControlsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketOwnershipControlsRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Ownership = null };

    protected override DeleteBucketOwnershipControlsResponse Answer(DeleteBucketOwnershipControlsRequest request) => new() { StatusCode = 204 };
}
