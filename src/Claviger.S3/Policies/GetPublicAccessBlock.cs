using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells what a bucket refuses of public access.</summary>
internal sealed class GetPublicAccessBlock(BucketAccess access) : BucketInquiry<GetPublicAccessBlockRequest, GetPublicAccessBlockResponse>(access, "s3:GetBucketPublicAccessBlock")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetPublicAccessBlockRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetPublicAccessBlockResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        bucket.PublicAccessBlock is { } block
            ? new()
            {
                PublicAccessBlockConfiguration = new PublicAccessBlockConfigurationShape
                {
                    BlockPublicAcls = block.HasFlag(PublicAccessBlock.BlockPublicAcls),
                    IgnorePublicAcls = block.HasFlag(PublicAccessBlock.IgnorePublicAcls),
                    BlockPublicPolicy = block.HasFlag(PublicAccessBlock.BlockPublicPolicy),
                    RestrictPublicBuckets = block.HasFlag(PublicAccessBlock.RestrictPublicBuckets),
                },
            }
            : throw S3Error.NoSuchPublicAccessBlock(bucket.Name);
}
