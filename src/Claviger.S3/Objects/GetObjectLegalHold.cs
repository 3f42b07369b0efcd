using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that there is no Object Lock, which would say whether an object is held.</summary>
internal sealed class GetObjectLegalHold(BucketAccess access) : ReadOperation<GetObjectLegalHoldRequest, GetObjectLegalHoldResponse>
{
    protected override void Refine(GetObjectLegalHoldRequest request, CallContext call) => ObjectKey.DemandVersion(request.VersionId);

    protected override void Authorize(GetObjectLegalHoldRequest request, Targets targets, CallContext call, ReadTransaction state) => ObjectReads.Authorize(
        access,
        targets,
        call,
        state,
        (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
        "s3:GetObjectLegalHold",
        "s3:GetObjectLegalHold");

    protected override GetObjectLegalHoldResponse Run(GetObjectLegalHoldRequest request, CallContext call, ReadTransaction state)
    {
        ObjectReads.Demand(state, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner), request.Key, request.VersionId);
        throw ObjectLock.Missing();
    }
}
