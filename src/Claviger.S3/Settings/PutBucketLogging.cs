using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Says that a bucket has no access log, the one thing that can be said of it here.</summary>
internal sealed class PutBucketLogging(BucketAccess access) : BucketChange<PutBucketLoggingRequest, PutBucketLoggingResponse>(access, "s3:PutBucketLogging")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketLoggingRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketLoggingRequest request, CallContext call)
    {
        if (request.BucketLoggingStatus.LoggingEnabled is not null)
        {
            throw S3Error.NotImplemented("LoggingEnabled");
        }
    }

    protected override BucketRecord Change(PutBucketLoggingRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) => bucket;

    protected override PutBucketLoggingResponse Answer(PutBucketLoggingRequest request) => new();
}
