using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket is no website.</summary>
internal sealed class GetBucketWebsite(BucketAccess access) : BucketInquiry<GetBucketWebsiteRequest, GetBucketWebsiteResponse>(access, "s3:GetBucketWebsite")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketWebsiteRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketWebsiteResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw new AwsError("NoSuchWebsiteConfiguration", 404, "The specified bucket does not have a website configuration").With("BucketName", bucket.Name);
}
