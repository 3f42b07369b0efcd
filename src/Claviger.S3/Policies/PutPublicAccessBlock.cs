using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sets what a bucket refuses of public access.</summary>
internal sealed class PutPublicAccessBlock(BucketAccess access) : BucketChange<PutPublicAccessBlockRequest, PutPublicAccessBlockResponse>(access, "s3:PutBucketPublicAccessBlock")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutPublicAccessBlockRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(PutPublicAccessBlockRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { PublicAccessBlock = Asked(request.PublicAccessBlockConfiguration) };

    protected override PutPublicAccessBlockResponse Answer(PutPublicAccessBlockRequest request) => new();

    private static PublicAccessBlock Asked(PublicAccessBlockConfigurationShape asked) =>
        Flag(asked.BlockPublicAcls, PublicAccessBlock.BlockPublicAcls)
        | Flag(asked.IgnorePublicAcls, PublicAccessBlock.IgnorePublicAcls)
        | Flag(asked.BlockPublicPolicy, PublicAccessBlock.BlockPublicPolicy)
        | Flag(asked.RestrictPublicBuckets, PublicAccessBlock.RestrictPublicBuckets);

    private static PublicAccessBlock Flag(bool? isOn, PublicAccessBlock flag) => isOn == true ? flag : PublicAccessBlock.None;
}
