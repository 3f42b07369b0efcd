using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Says that the objects of a bucket are its owner's, the one way that there is here.</summary>
internal sealed class PutBucketOwnershipControls(BucketAccess access) : BucketChange<PutBucketOwnershipControlsRequest, PutBucketOwnershipControlsResponse>(access, "s3:PutBucketOwnershipControls")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketOwnershipControlsRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketOwnershipControlsRequest request, CallContext call)
    {
        if (request.OwnershipControls.Rules is not [var rule])
        {
            throw S3Error.MalformedXml();
        }

        if (rule.ObjectOwnership != Ownership.Enforced)
        {
            throw S3Error.NotImplemented("ObjectOwnership");
        }
    }

    protected override BucketRecord Change(PutBucketOwnershipControlsRequest request, BucketRecord bucket, CallContext call, WriteTransaction state) =>
        bucket with { Ownership = Ownership.Enforced };

    protected override PutBucketOwnershipControlsResponse Answer(PutBucketOwnershipControlsRequest request) => new();
}
