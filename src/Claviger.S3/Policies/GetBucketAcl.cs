using Claviger.Aws.Shapes.S3;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells a bucket's ACL: that its owner may do all.</summary>
internal sealed class GetBucketAcl(BucketAccess access) : BucketInquiry<GetBucketAclRequest, GetBucketAclResponse>(access, "s3:GetBucketAcl")
{
    protected override (string Bucket, string? ExpectedOwner) Named(GetBucketAclRequest request) => (request.Bucket, request.ExpectedBucketOwner);

    protected override GetBucketAclResponse Answer(BucketRecord bucket, ReadTransaction state)
    {
        var owner = Acls.Owner(bucket, state);
        return new GetBucketAclResponse { Owner = owner, Grants = Acls.Grants(owner) };
    }
}
