using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Says that the objects of a bucket are encrypted with keys of the server, the one way that there is here.</summary>
internal sealed class PutBucketEncryption(BucketAccess access) : BucketChange<PutBucketEncryptionRequest, PutBucketEncryptionResponse>(access, "s3:PutEncryptionConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketEncryptionRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketEncryptionRequest request, CallContext call)
    {
        if (request.ServerSideEncryptionConfiguration.Rules is not [var rule])
        {
            throw S3Error.MalformedXml();
        }

        Encryption.Demand(rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm, null, rule.ApplyServerSideEncryptionByDefault?.KMSMasterKeyID);
    }

    protected override BucketRecord Change(PutBucketEncryptionRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with
        {
            Encryption = request.ServerSideEncryptionConfiguration.Rules[0].BucketKeyEnabled == true ? Encryption.WithBucketKey : null,
        };

    protected override PutBucketEncryptionResponse Answer(PutBucketEncryptionRequest request) => new();
}
