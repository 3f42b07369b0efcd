using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells whether a bucket keeps versions; nothing of one that never has.</summary>
internal sealed class GetBucketVersioning(BucketAccess access) : BucketInquiry<GetBucketVersioningRequest, GetBucketVersioningResponse>(access, "s3:GetBucketVersioning")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketVersioningRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketVersioningResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new() { Status = bucket.Versioning == BucketVersioning.Never ? null : bucket.Versioning.ToString() };
}
