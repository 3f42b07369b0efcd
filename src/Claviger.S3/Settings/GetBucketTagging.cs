using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells the tags of a bucket.</summary>
internal sealed class GetBucketTagging(BucketAccess access) : BucketInquiry<GetBucketTaggingRequest, GetBucketTaggingResponse>(access, "s3:GetBucketTagging")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketTaggingRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketTaggingResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        bucket.Tags.Count == 0 ? throw S3Error.NoSuchTagSet(bucket.Name) : new() { TagSet = ObjectTags.Shown(bucket.Tags) };
}
