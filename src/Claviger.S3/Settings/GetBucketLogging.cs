using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no access log.</summary>
internal sealed class GetBucketLogging(BucketAccess access) : BucketInquiry<GetBucketLoggingRequest, GetBucketLoggingResponse>(access, "s3:GetBucketLogging")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketLoggingRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketLoggingResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new();
}
