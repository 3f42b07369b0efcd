using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sets the policy of a bucket.</summary>
internal sealed class PutBucketPolicy(BucketAccess access) : BucketChange<PutBucketPolicyRequest, PutBucketPolicyResponse>(access, "s3:PutBucketPolicy")
{
    private const string Action = "s3:PutBucketPolicy";
    private readonly BucketAccess _access = access;

    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketPolicyRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Authorize(PutBucketPolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        _access.OnPolicy(targets, call, Action, Find(request, state));

    // AWS: x-amz-confirm-remove-self-bucket-access is taken and asked by nothing: who denies itself without it is locked out all the same, and
    // the root user mends it. Terraform never sends it, and has locked many out.
    protected override BucketRecord Change(PutBucketPolicyRequest request, BucketRecord bucket, CallContext call, WriteTransaction state)
    {
        BucketOwners.Demand(bucket, call, "PUT");
        var policy = BucketPolicyDocument.Accept(request.Policy, bucket.Name, state);
        if (bucket.PublicAccessBlock is { } block && block.HasFlag(PublicAccessBlock.BlockPublicPolicy) && PublicPolicy.IsPublic(policy))
        {
            throw AwsError.AccessDenied(
                $"User: {call.Caller.Arn} is not authorized to perform: {Action} on resource: \"{BucketAccess.Arn(bucket.Name)}\" "
                + "because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.");
        }

        return bucket with { Policy = policy };
    }

    protected override PutBucketPolicyResponse Answer(PutBucketPolicyRequest request) => new() { StatusCode = 204 };
}
