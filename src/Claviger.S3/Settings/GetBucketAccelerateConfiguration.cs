using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket is not accelerated.</summary>
internal sealed class GetBucketAccelerateConfiguration(BucketAccess access) : BucketInquiry<GetBucketAccelerateConfigurationRequest, GetBucketAccelerateConfigurationResponse>(access, "s3:GetAccelerateConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketAccelerateConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketAccelerateConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new();
}
