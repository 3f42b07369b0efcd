using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that the owner of a bucket pays.</summary>
internal sealed class GetBucketRequestPayment(BucketAccess access) : BucketInquiry<GetBucketRequestPaymentRequest, GetBucketRequestPaymentResponse>(access, "s3:GetBucketRequestPayment")
{
    /// <summary>Who pays for the requests to every bucket here.</summary>
    public const string Owner = "BucketOwner";

    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketRequestPaymentRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketRequestPaymentResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        new() { Payer = Owner };
}
