using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no inventories.</summary>
internal sealed class ListBucketInventoryConfigurations(BucketAccess access) : BucketInquiry<ListBucketInventoryConfigurationsRequest, ListBucketInventoryConfigurationsResponse>(access, "s3:GetInventoryConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(ListBucketInventoryConfigurationsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override ListBucketInventoryConfigurationsResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new() { IsTruncated = false };
}
