using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no analyses of any name.</summary>
internal sealed class GetBucketAnalyticsConfiguration(BucketAccess access) : BucketInquiry<GetBucketAnalyticsConfigurationRequest, GetBucketAnalyticsConfigurationResponse>(access, "s3:GetAnalyticsConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketAnalyticsConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketAnalyticsConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw S3Error.NoSuchConfiguration();
}
