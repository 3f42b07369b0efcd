using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sets the tags of a bucket, in place of those that it has.</summary>
internal sealed class PutBucketTagging(BucketAccess access) : BucketChange<PutBucketTaggingRequest, PutBucketTaggingResponse>(access, "s3:PutBucketTagging")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketTaggingRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketTaggingRequest request, CallContext call) => ObjectTags.OfBucket(request.Tagging.TagSet);

    protected override BucketRecord Change(PutBucketTaggingRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Tags = ObjectTags.OfBucket(request.Tagging.TagSet) };

    protected override PutBucketTaggingResponse Answer(PutBucketTaggingRequest request) => new() { StatusCode = 204 };
}
