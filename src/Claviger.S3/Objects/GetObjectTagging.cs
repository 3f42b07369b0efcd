using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Tells the tags of an object.</summary>
internal sealed class GetObjectTagging(BucketAccess access) : ReadOperation<GetObjectTaggingRequest, GetObjectTaggingResponse>
{
    protected override void Refine(GetObjectTaggingRequest request, CallContext call) => ObjectKey.DemandVersion(request.VersionId);

    protected override void Authorize(GetObjectTaggingRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        ObjectReads.Authorize(
            access,
            targets,
            call,
            state,
            (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
            ObjectTagging.Get,
            ObjectTagging.GetOfVersion);

    protected override GetObjectTaggingResponse Run(GetObjectTaggingRequest request, CallContext call, ReadTransaction state)
    {
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var record = ObjectReads.Demand(state, bucket, request.Key, request.VersionId);
        return new GetObjectTaggingResponse { TagSet = ObjectTags.Shown(record.Tags), VersionId = ObjectKey.InHeader(bucket, record.VersionId) };
    }
}
