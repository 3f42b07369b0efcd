using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no analyses of any name that could be taken away.</summary>
internal sealed class DeleteBucketAnalyticsConfiguration(BucketAccess access) : BucketInquiry<DeleteBucketAnalyticsConfigurationRequest, DeleteBucketAnalyticsConfigurationResponse>(access, "s3:PutAnalyticsConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketAnalyticsConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override DeleteBucketAnalyticsConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) => throw S3Error.NoSuchConfiguration();
}
