using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no metrics of any name that could be taken away.</summary>
internal sealed class DeleteBucketMetricsConfiguration(BucketAccess access) : BucketInquiry<DeleteBucketMetricsConfigurationRequest, DeleteBucketMetricsConfigurationResponse>(access, "s3:PutMetricsConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketMetricsConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override DeleteBucketMetricsConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) => throw S3Error.NoSuchConfiguration();
}
