using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no tiers.</summary>
internal sealed class ListBucketIntelligentTieringConfigurations(BucketAccess access) : BucketInquiry<ListBucketIntelligentTieringConfigurationsRequest, ListBucketIntelligentTieringConfigurationsResponse>(access, "s3:GetIntelligentTieringConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(ListBucketIntelligentTieringConfigurationsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override ListBucketIntelligentTieringConfigurationsResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new() { IsTruncated = false };
}
