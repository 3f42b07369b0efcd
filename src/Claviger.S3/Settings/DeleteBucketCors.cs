using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes the CORS rules from a bucket.</summary>
internal sealed class DeleteBucketCors(BucketAccess access) : BucketChange<DeleteBucketCorsRequest, DeleteBucketCorsResponse>(access, "s3:PutBucketCORS")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketCorsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketCorsRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Cors = null };

    protected override DeleteBucketCorsResponse Answer(DeleteBucketCorsRequest request) => new() { StatusCode = 204 };
}
