using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes from a bucket what it hasn't: it is no website.</summary>
internal sealed class DeleteBucketWebsite(BucketAccess access) : BucketChange<DeleteBucketWebsiteRequest, DeleteBucketWebsiteResponse>(access, "s3:DeleteBucketWebsite")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketWebsiteRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketWebsiteRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) => bucket;

    protected override DeleteBucketWebsiteResponse Answer(DeleteBucketWebsiteRequest request) => new();
}
