using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Says that the owner of a bucket pays, as is always so here.</summary>
internal sealed class PutBucketRequestPayment(BucketAccess access) : BucketChange<PutBucketRequestPaymentRequest, PutBucketRequestPaymentResponse>(access, "s3:PutBucketRequestPayment")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketRequestPaymentRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketRequestPaymentRequest request, CallContext call)
    {
        if (request.RequestPaymentConfiguration.Payer != GetBucketRequestPayment.Owner)
        {
            throw S3Error.NotImplemented("Payer");
        }
    }

    protected override BucketRecord Change(PutBucketRequestPaymentRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) => bucket;

    protected override PutBucketRequestPaymentResponse Answer(PutBucketRequestPaymentRequest request) => new();
}
