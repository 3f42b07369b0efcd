using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that objects of a bucket can't be locked.</summary>
internal sealed class GetObjectLockConfiguration(BucketAccess access) : BucketInquiry<GetObjectLockConfigurationRequest, GetObjectLockConfigurationResponse>(access, "s3:GetBucketObjectLockConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetObjectLockConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetObjectLockConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw new AwsError("ObjectLockConfigurationNotFoundError", 404, "Object Lock configuration does not exist for this bucket").With("BucketName", bucket.Name);
}
