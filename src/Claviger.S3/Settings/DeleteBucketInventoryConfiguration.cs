using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no inventories of any name that could be taken away.</summary>
internal sealed class DeleteBucketInventoryConfiguration(BucketAccess access) : BucketInquiry<DeleteBucketInventoryConfigurationRequest, DeleteBucketInventoryConfigurationResponse>(access, "s3:PutInventoryConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketInventoryConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override DeleteBucketInventoryConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) => throw S3Error.NoSuchConfiguration();
}
