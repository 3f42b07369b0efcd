using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no analyses.</summary>
internal sealed class ListBucketAnalyticsConfigurations(BucketAccess access) : BucketInquiry<ListBucketAnalyticsConfigurationsRequest, ListBucketAnalyticsConfigurationsResponse>(access, "s3:GetAnalyticsConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(ListBucketAnalyticsConfigurationsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override ListBucketAnalyticsConfigurationsResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new() { IsTruncated = false };
}
