using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes an ACL that says what is so, and refuses every other.</summary>
internal sealed class PutBucketAcl(BucketAccess access) : BucketChange<PutBucketAclRequest, PutBucketAclResponse>(access, "s3:PutBucketAcl")
{
    protected override (string Bucket, string? ExpectedOwner) Named(PutBucketAclRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override void Refine(PutBucketAclRequest request, CallContext call)
    {
        Acls.DemandHarmless(
            request.ACL, request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWrite, request.GrantWriteACP);
        Acls.DemandSome(request.ACL, request.AccessControlPolicy);
    }

    protected override BucketRecord Change(PutBucketAclRequest request, BucketRecord bucket, CallContext call, WriteTransaction state)
    {
        Acls.DemandOwners(request.AccessControlPolicy, Acls.Owner(bucket, state));
        return bucket;
    }

    protected override PutBucketAclResponse Answer(PutBucketAclRequest request) => new();
}
