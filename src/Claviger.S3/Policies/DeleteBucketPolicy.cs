using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes the policy from a bucket.</summary>
internal sealed class DeleteBucketPolicy(BucketAccess access)
    : BucketChange<DeleteBucketPolicyRequest, DeleteBucketPolicyResponse>(access, "s3:DeleteBucketPolicy")
{
    private readonly BucketAccess _access = access;

    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketPolicyRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Authorize(DeleteBucketPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        _access.OnPolicy(targets, call, "s3:DeleteBucketPolicy", Find(request, state));

    protected override BucketRecord Change(DeleteBucketPolicyRequest request, BucketRecord bucket, CallContext call, WriteTransaction state)
    {
        BucketOwners.Demand(bucket, call, "DELETE");
        return bucket with { Policy = null };
    }

    protected override DeleteBucketPolicyResponse Answer(DeleteBucketPolicyRequest request) => new() { StatusCode = 204 };
}
