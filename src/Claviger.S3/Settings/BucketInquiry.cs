using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>An operation that tells a setting of a bucket.</summary>
/// <param name="access">Names what must be allowed.</param>
/// <param name="action">The action that it is, on the bucket.</param>
internal abstract class BucketInquiry<TRequest, TResponse>(BucketAccess access, string action) : ReadOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    /// <summary>The bucket's name, and the account that the request expects it to be of.</summary>
    protected abstract (string Bucket, string? ExpectedOwner) Named(TRequest request);

    /// <summary>What is answered.</summary>
    protected abstract TResponse Answer(BucketRecord bucket, ReadTransaction state);

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        access.OnBucket(targets, call, action, Find(request, state));

    protected sealed override TResponse Run(TRequest request, CallContext call, ReadTransaction state) => Answer(Find(request, state), state);

    protected BucketRecord Find(TRequest request, ReadTransaction state)
    {
        var (bucket, owner) = Named(request);
        return BucketAccess.Find(state, bucket, owner);
    }
}
