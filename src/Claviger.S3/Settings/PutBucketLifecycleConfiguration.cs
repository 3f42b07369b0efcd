using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sets the lifecycle rules of a bucket: when uploads that nobody completes are aborted. Others are refused.</summary>
internal sealed class PutBucketLifecycleConfiguration(BucketAccess access) : BucketChange<PutBucketLifecycleConfigurationRequest, PutBucketLifecycleConfigurationResponse>(access, "s3:PutLifecycleConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketLifecycleConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketLifecycleConfigurationRequest request, CallContext call) => LifecycleRules.Of(request.LifecycleConfiguration);

    protected override BucketRecord Change(PutBucketLifecycleConfigurationRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Lifecycle = LifecycleRules.Of(request.LifecycleConfiguration).Written() };

    protected override PutBucketLifecycleConfigurationResponse Answer(PutBucketLifecycleConfigurationRequest request) =>
        new() { TransitionDefaultMinimumObjectSize = LifecycleRules.MinimumSize };
}
