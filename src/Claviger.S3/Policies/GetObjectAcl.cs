using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells an object's ACL: that the bucket's owner may do all.</summary>
internal sealed class GetObjectAcl(BucketAccess access) : ReadOperation<GetObjectAclRequest, GetObjectAclResponse>
{
    protected override void Refine(GetObjectAclRequest request, CallContext call) => ObjectKey.DemandVersion(request.VersionId);

    protected override void Authorize(GetObjectAclRequest request, Targets targets, CallContext call, ReadTransaction state) => ObjectReads.Authorize(
        access,
        targets,
        call,
        state,
        (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
        "s3:GetObjectAcl",
        "s3:GetObjectVersionAcl");

    protected override GetObjectAclResponse Run(GetObjectAclRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        ObjectReads.Demand(state, bucket, request.Key, request.VersionId);
        var owner = Acls.Owner(bucket, state);
        return new GetObjectAclResponse { Owner = owner, Grants = Acls.Grants(owner) };
    }
}
