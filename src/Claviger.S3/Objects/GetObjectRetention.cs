using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells that there is no Object Lock, which would say until when an object is kept.</summary>
internal sealed class GetObjectRetention(BucketAccess access) : ReadOperation<GetObjectRetentionRequest, GetObjectRetentionResponse>
{
    protected override void Refine(GetObjectRetentionRequest request, CallContext call) => ObjectKey.DemandVersion(request.VersionId);

    protected override void Authorize(GetObjectRetentionRequest request, Targets targets, CallContext call, ReadTransaction state) => ObjectReads.Authorize(
        access,
        targets,
        call,
        state,
        (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
        "s3:GetObjectRetention",
        "s3:GetObjectRetention");

    protected override GetObjectRetentionResponse Run(GetObjectRetentionRequest request, CallContext call, ReadTransaction state)
    {
        ObjectReads.Demand(state, BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner), request.Key, request.VersionId);
        throw ObjectLock.Missing();
    }
}
