using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sets the CORS rules of a bucket.</summary>
internal sealed class PutBucketCors(BucketAccess access) : BucketChange<PutBucketCorsRequest, PutBucketCorsResponse>(access, "s3:PutBucketCORS")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketCorsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketCorsRequest request, CallContext call) => CorsDocument.Checked(request.CORSConfiguration);

    protected override BucketRecord Change(PutBucketCorsRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Cors = CorsRules.Write(request.CORSConfiguration.CORSRules) };

    protected override PutBucketCorsResponse Answer(PutBucketCorsRequest request) => new();
}
