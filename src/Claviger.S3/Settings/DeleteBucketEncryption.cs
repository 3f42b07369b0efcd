using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Has the objects of a bucket encrypted as those of all.</summary>
internal sealed class DeleteBucketEncryption(BucketAccess access) : BucketChange<DeleteBucketEncryptionRequest, DeleteBucketEncryptionResponse>(access, "s3:PutEncryptionConfiguration")
{
    protected override (string Bucket, string? ExpectedOwner) Named(DeleteBucketEncryptionRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override BucketRecord Change(DeleteBucketEncryptionRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Encryption = null };

    protected override DeleteBucketEncryptionResponse Answer(DeleteBucketEncryptionRequest request) => new() { StatusCode = 204 };
}
