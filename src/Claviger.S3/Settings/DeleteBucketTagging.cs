using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes all tags from a bucket.</summary>
internal sealed class DeleteBucketTagging(BucketAccess access) : BucketChange<DeleteBucketTaggingRequest, DeleteBucketTaggingResponse>(access, "s3:PutBucketTagging")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketTaggingRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketTaggingRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Tags = NamedValues.Empty };

    protected override DeleteBucketTaggingResponse Answer(DeleteBucketTaggingRequest request) => new() { StatusCode = 204 };
}
