using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells the lifecycle rules of a bucket.</summary>
internal sealed class GetBucketLifecycleConfiguration(BucketAccess access) : BucketInquiry<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>(access, "s3:GetLifecycleConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketLifecycleConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketLifecycleConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        bucket.Lifecycle is { } rules
            ? new() { Rules = LifecycleRules.Read(rules).Shown(), TransitionDefaultMinimumObjectSize = LifecycleRules.MinimumSize }
            : throw S3Error.NoSuchLifecycle(bucket.Name);
}
