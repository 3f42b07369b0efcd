using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells whether a bucket's policy is public.</summary>
internal sealed class GetBucketPolicyStatus(BucketAccess access) : BucketInquiry<GetBucketPolicyStatusRequest, GetBucketPolicyStatusResponse>(access, "s3:GetBucketPolicyStatus")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketPolicyStatusRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketPolicyStatusResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new()
        {
            PolicyStatus = new PolicyStatusShape
            {
                IsPublic = PublicPolicy.IsPublic(bucket.Policy ?? throw S3Error.NoSuchBucketPolicy(bucket.Name)),
            },
        };
}
