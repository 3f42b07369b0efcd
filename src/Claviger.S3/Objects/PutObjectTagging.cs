using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Sets the tags of an object, in place of those that it has.</summary>
internal sealed class PutObjectTagging(BucketAccess access) : ObjectOperation<PutObjectTaggingRequest, None, PutObjectTaggingResponse>
{
    protected override void Refine(PutObjectTaggingRequest request, CallContext call)
    {
        ObjectKey.DemandVersion(request.VersionId);
        ObjectTags.OfObject(request.Tagging.TagSet);
    }

    protected override void Authorize(PutObjectTaggingRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        ObjectReads.Authorize(
            access,
            targets,
            call,
            state,
            (request.Bucket, request.Key, request.VersionId, request.ExpectedBucketOwner),
            ObjectTagging.Put,
            ObjectTagging.PutOfVersion).WithObjectTags(ObjectTags.OfObject(request.Tagging.TagSet));
    }

    protected override ValueTask<None> PrepareAsync(PutObjectTaggingRequest request, CallContext call) => default;

    protected override PutObjectTaggingResponse Commit(PutObjectTaggingRequest request, None prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var record = ObjectReads.Demand(state, bucket, request.Key, request.VersionId);
        Objects.UpdateTags(state, record with { Tags = ObjectTags.OfObject(request.Tagging.TagSet) });
        return new PutObjectTaggingResponse { VersionId = ObjectKey.InHeader(bucket, record.VersionId) };
    }
}
