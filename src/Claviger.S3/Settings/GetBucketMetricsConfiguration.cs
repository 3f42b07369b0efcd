using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no metrics of any name.</summary>
internal sealed class GetBucketMetricsConfiguration(BucketAccess access) : BucketInquiry<GetBucketMetricsConfigurationRequest, GetBucketMetricsConfigurationResponse>(access, "s3:GetMetricsConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketMetricsConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketMetricsConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw S3Error.NoSuchConfiguration();
}
