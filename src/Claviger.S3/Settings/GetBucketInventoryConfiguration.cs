using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no inventories of any name.</summary>
internal sealed class GetBucketInventoryConfiguration(BucketAccess access) : BucketInquiry<GetBucketInventoryConfigurationRequest, GetBucketInventoryConfigurationResponse>(access, "s3:GetInventoryConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketInventoryConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketInventoryConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw S3Error.NoSuchConfiguration();
}
