using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>An operation that changes the settings of a bucket.</summary>
/// <param name="access">Names what must be allowed.</param>
/// <param name="action">The action that it is, on the bucket.</param>
internal abstract class BucketChange<TRequest, TResponse>(BucketAccess access, string action) : PreparedWriteOperation<TRequest, None, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    /// <summary>The bucket's name, and the account that the request expects it to be of.</summary>
    protected abstract (string Bucket, string? ExpectedOwner) Named(TRequest request);

    /// <summary>The bucket with its new settings.</summary>
    protected abstract BucketRecord Change(TRequest request, BucketRecord bucket, CallContext call, WriteTransaction state);

    /// <summary>What is answered.</summary>
    protected abstract TResponse Answer(TRequest request);

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnBucket(targets, call, action, Find(request, state));

    protected sealed override AccountId AccountOf(TRequest request, CallContext call, ReadTransaction state) => Find(request, state).Account;

    protected override ValueTask<None> PrepareAsync(TRequest request, CallContext call) => default;

    protected sealed override TResponse Commit(TRequest request, None prepared, CallContext call, WriteTransaction state)
    {
        var bucket = Find(request, state);
        Buckets.Update(state, Change(request, bucket, call, state));
        return Answer(request);
    }

    protected BucketRecord Find(TRequest request, ReadTransaction state)
    {
        var (bucket, owner) = Named(request);
        return BucketAccess.Find(state, bucket, owner);
    }
}
