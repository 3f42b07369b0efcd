using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that nobody is notified of what happens in a bucket.</summary>
internal sealed class GetBucketNotificationConfiguration(BucketAccess access) : BucketInquiry<GetBucketNotificationConfigurationRequest, GetBucketNotificationConfigurationResponse>(access, "s3:GetBucketNotification")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketNotificationConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketNotificationConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new();
}
