using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Takes an ACL of an object that says what is so, and refuses every other.</summary>
internal sealed class PutObjectAcl(BucketAccess access) : ObjectOperation<PutObjectAclRequest, None, PutObjectAclResponse>
{
    protected override void Refine(PutObjectAclRequest request, CallContext call)
    {
        ObjectKey.DemandVersion(request.VersionId);
        Acls.DemandHarmless(
            request.ACL, request.GrantFullControl, request.GrantRead, request.GrantReadACP, request.GrantWrite, request.GrantWriteACP);
        Acls.DemandSome(request.ACL, request.AccessControlPolicy);
    }

    protected override void Authorize(PutObjectAclRequest request, Targets targets, CallContext call, ReadTransaction state) => ObjectReads.Authorize(
        access,
        targets,
        call,
        state,
        (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
        "s3:PutObjectAcl",
        "s3:PutObjectVersionAcl");

    protected override ValueTask<None> PrepareAsync(PutObjectAclRequest request, CallContext call) => default;

    protected override PutObjectAclResponse Commit(PutObjectAclRequest request, None prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        ObjectReads.Demand(state, bucket, request.Key, request.VersionId);
        Acls.DemandOwners(request.AccessControlPolicy, Acls.Owner(bucket, state));
        return new PutObjectAclResponse();
    }
}
