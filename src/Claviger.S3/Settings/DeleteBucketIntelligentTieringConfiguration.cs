using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that a bucket has no tiers of any name that could be taken away.</summary>
internal sealed class DeleteBucketIntelligentTieringConfiguration(BucketAccess access) : BucketInquiry<DeleteBucketIntelligentTieringConfigurationRequest, DeleteBucketIntelligentTieringConfigurationResponse>(access, "s3:PutIntelligentTieringConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketIntelligentTieringConfigurationRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override DeleteBucketIntelligentTieringConfigurationResponse Answer(BucketRecord bucket, ReadTransaction state) => throw S3Error.NoSuchConfiguration();
}
