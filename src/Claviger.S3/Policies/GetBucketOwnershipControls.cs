using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells who owns the objects of a bucket.</summary>
internal sealed class GetBucketOwnershipControls(BucketAccess access) : BucketInquiry<GetBucketOwnershipControlsRequest, GetBucketOwnershipControlsResponse>(access, "s3:GetBucketOwnershipControls")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketOwnershipControlsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketOwnershipControlsResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        bucket.Ownership is { } ownership
            ? new() { OwnershipControls = new OwnershipControlsShape { Rules = [new OwnershipControlsRuleShape { ObjectOwnership = ownership }] } }
            : throw S3Error.NoOwnershipControls(bucket.Name);
}
