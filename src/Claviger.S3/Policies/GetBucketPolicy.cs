using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells the policy of a bucket.</summary>
internal sealed class GetBucketPolicy(BucketAccess access) : ReadOperation<GetBucketPolicyRequest, GetBucketPolicyResponse>
{
    protected override void Authorize(GetBucketPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnPolicy(targets, call, "s3:GetBucketPolicy", BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner));

    protected override GetBucketPolicyResponse Run(GetBucketPolicyRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        BucketOwners.Demand(bucket, call, "GET");
        return new GetBucketPolicyResponse
        {
            Policy = PolicyPrincipals.Shown(bucket.Policy ?? throw S3Error.NoSuchBucketPolicy(bucket.Name), state),
        };
    }
}
