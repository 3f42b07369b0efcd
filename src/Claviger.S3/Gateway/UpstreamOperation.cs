using Claviger.Aws;
using Claviger.Aws.Shapes.S3;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Any operation on objects, decided here and done by the upstream.</summary>
internal class UpstreamOperation<TRequest, TResponse>(
    Operation<TRequest, TResponse> decided, Upstream upstream, BucketAccess access, IStore store) : RelayedOperation<TRequest, TResponse>(decided)
    where TRequest : class, IRequestShape<TRequest>, IRestCallShape
    where TResponse : class, IRestAnswerShape<TResponse>
{
    private const string TagCount = "x-amz-tagging-count";

    protected override void DemandPassable(TRequest request, CallContext call)
    {
        PassedOn.DemandWhole(request, call.Rest);
        PassedOn.Of(request);
    }

    protected sealed override async ValueTask<bool> LearnAsync(CallContext call)
    {
        var open = UpstreamFacts.Open(call);
        foreach (var source in open)
        {
            source.Learn(await TagsAsync(source));
        }

        return open.Count > 0;
    }

    protected override ValueTask<TResponse> RelayAsync(TRequest request, CallContext call, Func<ValueTask> demand) =>
        RelayAsync(PassedOn.Of(request), call, demand);

    /// <summary>Has the upstream answer a request, as the client may see it.</summary>
    protected async ValueTask<TResponse> RelayAsync(RestCall asked, CallContext call, Func<ValueTask> demand)
    {
        RestAnswer answer;
        try
        {
            answer = await upstream.SendAsync(asked, typeof(TResponse) == typeof(GetObjectResponse), demand);
        }
        catch (AwsError error) when (TellsOfAbsence(error))
        {
            throw await store.ReadAsync(state => RefusalToTell(asked, call, state)) ?? error;
        }

        return upstream.Read<TResponse>(await OursAsync(answer, asked, call));
    }

    private static bool TellsOfAbsence(AwsError error) =>
        (error.HttpStatus == 404 && error.Code is not ("NoSuchUpload" or "NoSuchBucket"))
        || error.Headers.Any(static header => header.Key == "x-amz-delete-marker");

    // An answer that can't be read, or that no tags can be told by, is no answer: nothing is decided by it.
    private async ValueTask<NamedValues> TagsAsync(ObjectTagSource source)
    {
        var (bucket, key, versionId) = source.Of;
        try
        {
            var answer = await upstream.SendAsync(PassedOn.Of(new GetObjectTaggingRequest { Bucket = bucket, Key = key, VersionId = versionId }));
            return NamedValues.Of(upstream.Read<GetObjectTaggingResponse>(answer).TagSet.Select(static tag => KeyValuePair.Create(tag.Key, tag.Value)));
        }
        catch (AwsError error) when (TellsOfAbsence(error))
        {
            return NamedValues.Empty;
        }
        catch (AwsError error) when (error.HttpStatus < 500 || error.Code == "NotImplemented")
        {
            throw S3Error.AccessDenied();
        }
    }

    // AWS: who may not list the bucket doesn't learn that something isn't there.
    private AwsError? RefusalToTell(RestCall asked, CallContext call, ReadTransaction state)
    {
        var targets = new Targets(call);
        access.OnBucket(targets, call, BucketAccess.ListBucket, BucketAccess.Find(state, asked.Bucket!, null));
        if (asked.Headers.All.FirstOrDefault(static header => header.Key == "x-amz-copy-source").Value is { } source)
        {
            access.OnBucket(targets, call, BucketAccess.ListBucket, BucketAccess.Find(state, CopySource.Of(source).Bucket, null));
        }

        return call.Refusal(targets, state);
    }

    // Objects are their bucket's account's, and where they are kept is nobody's business.
    private async ValueTask<RestAnswer> OursAsync(RestAnswer answer, RestCall asked, CallContext call)
    {
        if (answer.Root is { } root)
        {
            var owner = await store.ReadAsync(asked.Bucket!, static (state, name) => Acls.Owner(BucketAccess.Find(state, name, null), state).ID ?? "");
            root.Replace("Owner", "ID", owner);
            root.Replace("Initiator", "ID", owner);
            if (asked.Key is { } key)
            {
                root.Replace("Location", null, $"{call.BucketUrl}/{Uri.EscapeDataString(key)}");
            }
        }

        if (answer.Header(TagCount) is not null && !await store.ReadAsync(state => MaySeeTags(asked, call, state)))
        {
            ((UpstreamHeaders)answer.Headers).Remove(TagCount);
        }

        return answer;
    }

    private bool MaySeeTags(RestCall asked, CallContext call, ReadTransaction state)
    {
        var targets = new Targets(call);
        var bucket = BucketAccess.Find(state, asked.Bucket!, null);
        access.Facts.Describe(access.OnObject(targets, call, ObjectTagging.Get, bucket, asked.Key!), call, state, bucket, asked.Key!, null);
        return call.Refusal(targets, state) is null && UpstreamFacts.Open(call).Count == 0;
    }
}
