using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Has a bucket keep versions from now on, or no more new ones.</summary>
internal class PutBucketVersioning(BucketAccess access) : BucketChange<PutBucketVersioningRequest, PutBucketVersioningResponse>(access, "s3:PutBucketVersioning")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketVersioningRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketVersioningRequest request, CallContext call)
    {
        Asked(request);
        if (request.VersioningConfiguration.MFADelete is "Enabled")
        {
            throw S3Error.NotImplemented("MfaDelete");
        }
    }

    protected override BucketRecord Change(PutBucketVersioningRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Versioning = Asked(request) };

    protected override PutBucketVersioningResponse Answer(PutBucketVersioningRequest request) => new();

    private static BucketVersioning Asked(PutBucketVersioningRequest request) => request.VersioningConfiguration.Status switch
    {
        "Enabled" => BucketVersioning.Enabled,
        "Suspended" => BucketVersioning.Suspended,
        null => throw new AwsError("IllegalVersioningConfigurationException", 400, "The Versioning element must be specified"),
        _ => throw S3Error.MalformedXml(),
    };
}
