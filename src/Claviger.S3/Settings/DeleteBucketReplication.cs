using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes from a bucket what it hasn't: it is not replicated.</summary>
internal sealed class DeleteBucketReplication(BucketAccess access) : BucketChange<DeleteBucketReplicationRequest, DeleteBucketReplicationResponse>(access, "s3:PutReplicationConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketReplicationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketReplicationRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) => bucket;

    protected override DeleteBucketReplicationResponse Answer(DeleteBucketReplicationRequest request) => new();
}
