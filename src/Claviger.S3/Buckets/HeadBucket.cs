using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells whether a bucket exists, and where.</summary>
internal sealed class HeadBucket(BucketAccess access) : ReadOperation<HeadBucketRequest, HeadBucketResponse>
{
    protected override void Authorize(HeadBucketRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnBucket(targets, call, BucketAccess.ListBucket, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner));

    protected override HeadBucketResponse Run(HeadBucketRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        return new HeadBucketResponse { BucketRegion = bucket.Region, BucketArn = BucketAccess.Arn(bucket.Name), AccessPointAlias = false };
    }
}
