using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no tiers of any name.</summary>
internal sealed class GetBucketIntelligentTieringConfiguration(BucketAccess access) : BucketInquiry<GetBucketIntelligentTieringConfigurationRequest, GetBucketIntelligentTieringConfigurationResponse>(access, "s3:GetIntelligentTieringConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketIntelligentTieringConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketIntelligentTieringConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        throw S3Error.NoSuchConfiguration();
}
