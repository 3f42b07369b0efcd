using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Deletes up to a thousand objects of the upstream's; it is asked for those alone that the caller may delete.</summary>
internal sealed class UpstreamDeleteObjects(
    Operation<DeleteObjectsRequest, DeleteObjectsResponse> decided, Upstream upstream, BucketAccess access, IStore store)
    : UpstreamOperation<DeleteObjectsRequest, DeleteObjectsResponse>(decided, upstream, access, store)
{
    private readonly BucketAccess _access = access;
    private readonly IStore _store = store;

    protected override async ValueTask<DeleteObjectsResponse> RelayAsync(DeleteObjectsRequest request, CallContext call, Func<ValueTask> demand)
    {
        var refused = new List<ErrorShape>();
        var allowed = await _store.ReadAsync(state => Allowed(request, call, state, refused));
        if (allowed.Count == 0)
        {
            return new DeleteObjectsResponse { Errors = refused };
        }

        var asked = PassedOn.Of(request);
        asked.SetDocument("Delete", new DeleteShape { Objects = allowed, Quiet = request.Delete.Quiet }, S3Model.Service.XmlNamespace);
        var answer = await RelayAsync(asked, call, demand);
        return new DeleteObjectsResponse { Deleted = answer.Deleted, Errors = [.. refused, .. answer.Errors ?? []] };
    }

    private List<ObjectIdentifierShape> Allowed(DeleteObjectsRequest request, CallContext call, ReadTransaction state, List<ErrorShape> refused)
    {
        refused.Clear();
        var bucket = BucketAccess.Find(state, request.Bucket, request.ExpectedBucketOwner);
        var allowed = new List<ObjectIdentifierShape>();
        foreach (var it in request.Delete.Objects)
        {
            if (RefusalOf(it, bucket, call, state) is { } error)
            {
                refused.Add(new ErrorShape { Key = it.Key, VersionId = it.VersionId, Code = error.Code, Message = error.Message });
                continue;
            }

            allowed.Add(it);
        }

        return allowed;
    }

    private AwsError? RefusalOf(ObjectIdentifierShape it, BucketRecord bucket, CallContext call, ReadTransaction state)
    {
        try
        {
            ObjectKey.DemandVersion(it.VersionId);
            UpstreamKey.Demand(it.Key);
        }
        catch (AwsError error)
        {
            return error;
        }

        var targets = new Targets(call);
        ObjectDeletion.Authorize(_access, targets, call, bucket, it.Key, it.VersionId);
        return call.Refusal(targets, state);
    }
}
