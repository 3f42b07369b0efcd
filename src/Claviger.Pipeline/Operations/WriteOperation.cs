using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>An operation that changes state and needs no preparation.</summary>
public abstract class WriteOperation<TRequest, TResponse> : PreparedWriteOperation<TRequest, None, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    /// <summary>The change itself: short, without I/O of its own, safe to run twice.</summary>
    protected abstract TResponse Commit(TRequest request, CallContext call, WriteTransaction state);

    /// <inheritdoc/>
    protected sealed override ValueTask<None> PrepareAsync(TRequest request, CallContext call) => default;

    /// <inheritdoc/>
    protected sealed override TResponse Commit(TRequest request, None prepared, CallContext call, WriteTransaction state) =>
        Commit(request, call, state);
}
