using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells how the objects of a bucket are encrypted.</summary>
internal sealed class GetBucketEncryption(BucketAccess access) : BucketInquiry<GetBucketEncryptionRequest, GetBucketEncryptionResponse>(access, "s3:GetEncryptionConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketEncryptionRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketEncryptionResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new()
        {
            ServerSideEncryptionConfiguration = new ServerSideEncryptionConfigurationShape
            {
                Rules =
                [
                    new ServerSideEncryptionRuleShape
                    {
                        ApplyServerSideEncryptionByDefault = new ServerSideEncryptionByDefaultShape { SSEAlgorithm = Encryption.ServerKeys },
                        BucketKeyEnabled = bucket.Encryption == Encryption.WithBucketKey,
                    },
                ],
            },
        };
}
