using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells the CORS rules of a bucket.</summary>
internal sealed class GetBucketCors(BucketAccess access) : BucketInquiry<GetBucketCorsRequest, GetBucketCorsResponse>(access, "s3:GetBucketCORS")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketCorsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketCorsResponse Answer(BucketRecord bucket, ReadTransaction state) =>
        bucket.Cors is { } rules ? new() { CORSRules = CorsRules.Read(rules) } : throw S3Error.NoSuchCors(bucket.Name);
}
