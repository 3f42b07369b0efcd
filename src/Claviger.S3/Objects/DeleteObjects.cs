using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Deletes up to a thousand objects, each of which is allowed or refused by itself.</summary>
internal sealed class DeleteObjects(BucketAccess access, ContentWriter writer) : ObjectOperation<DeleteObjectsRequest, StagedWrite, DeleteObjectsResponse>
{
    private const int Most = 1000;

    protected override void Refine(DeleteObjectsRequest request, CallContext call)
    {
        if (request.Delete.Objects is not { Count: > 0 and <= Most })
        {
            throw S3Error.MalformedXml();
        }
    }

    // The call as a whole hangs on nothing but the bucket: what is refused is told object by object.
    protected override void Authorize(DeleteObjectsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);

    protected override AccountId AccountOf(DeleteObjectsRequest request, CallContext call, Targets targets) => call.Caller.Account;

    protected override ValueTask<StagedWrite> PrepareAsync(DeleteObjectsRequest request, CallContext call) => new(writer.Nothing());

    protected override DeleteObjectsResponse Commit(DeleteObjectsRequest request, StagedWrite prepared, CallContext call, AppendTransaction state)
    {
        var bucket = ObjectWrites.Lock(state, request.Bucket);
        var freed = prepared.Freeing();
        var deleted = new List<DeletedObjectShape>();
        var errors = new List<ErrorShape>();
        foreach (var it in request.Delete.Objects)
        {
            try
            {
                deleted.Add(Delete(it, bucket, call, state, freed));
            }
            catch (AwsError error)
            {
                errors.Add(new ErrorShape { Key = it.Key, VersionId = it.VersionId, Code = error.Code, Message = error.Message });
            }
        }

        return new DeleteObjectsResponse { Deleted = request.Delete.Quiet == true ? null : deleted, Errors = errors };
    }

    protected override void Settle(DeleteObjectsRequest request, StagedWrite prepared, DeleteObjectsResponse response) => prepared.Settle();

    // INVARIANT: what throws here has changed nothing.
    private DeletedObjectShape Delete(ObjectIdentifierShape it, BucketRecord bucket, CallContext call, AppendTransaction state, List<ContentId> freed)
    {
        ObjectKey.DemandVersion(it.VersionId);
        var targets = new Targets(call);
        ObjectDeletion.Authorize(access, targets, call, bucket, it.Key, it.VersionId);
        if (call.Refusal(targets, state) is { } refusal)
        {
            throw refusal;
        }

        var deletion = ObjectDeletion.Run(state, bucket, it.Key, it.VersionId, it.ETag, freed);
        return new DeletedObjectShape
        {
            Key = it.Key,
            VersionId = it.VersionId,
            DeleteMarker = deletion.IsMarker ? true : null,
            DeleteMarkerVersionId = deletion.IsMarker ? deletion.VersionId : null,
        };
    }
}
