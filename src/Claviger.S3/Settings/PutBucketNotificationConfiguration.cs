using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Says that nobody is notified of what happens in a bucket, the one thing that can be said of it here.</summary>
internal sealed class PutBucketNotificationConfiguration(BucketAccess access) : BucketChange<PutBucketNotificationConfigurationRequest, PutBucketNotificationConfigurationResponse>(access, "s3:PutBucketNotification")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketNotificationConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketNotificationConfigurationRequest request, CallContext call)
    {
        var asked = request.NotificationConfiguration;
        if (asked.EventBridgeConfiguration is not null || asked.TopicConfigurations is not null || asked.QueueConfigurations is not null
            || asked.LambdaFunctionConfigurations is not null)
        {
            throw S3Error.NotImplemented("NotificationConfiguration");
        }
    }

    protected override BucketRecord Change(PutBucketNotificationConfigurationRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) => bucket;

    protected override PutBucketNotificationConfigurationResponse Answer(PutBucketNotificationConfigurationRequest request) => new();
}
