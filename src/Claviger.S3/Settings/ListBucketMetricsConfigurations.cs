using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no metrics.</summary>
internal sealed class ListBucketMetricsConfigurations(BucketAccess access) : BucketInquiry<ListBucketMetricsConfigurationsRequest, ListBucketMetricsConfigurationsResponse>(access, "s3:GetMetricsConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(ListBucketMetricsConfigurationsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override ListBucketMetricsConfigurationsResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new() { IsTruncated = false };
}
