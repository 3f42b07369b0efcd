using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells the region of a bucket, in the old way: nothing stands for us-east-1.</summary>
internal sealed class GetBucketLocation(BucketAccess access) : ReadOperation<GetBucketLocationRequest, GetBucketLocationResponse>
{
    protected override void Authorize(GetBucketLocationRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnBucket(targets, call, "s3:GetBucketLocation", BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner));

    protected override GetBucketLocationResponse Run(GetBucketLocationRequest request, CallContext call, ReadTransaction state) =>
        new() { LocationConstraint = BucketRegion.Constraint(BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner).Region) };
}
