using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>An operation that changes nothing. Decision and answer come from one snapshot of the state.</summary>
public abstract class ReadOperation<TRequest, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    /// <summary>Answers the request; runs only once every target was allowed.</summary>
    protected abstract TResponse Run(TRequest request, CallContext call, ReadTransaction state);

    internal sealed override bool IsRead => true;

    internal sealed override async ValueTask<TResponse> RunAsync(Invocation invocation, CallContext call, TRequest request)
    {
        var response = await invocation.Store.ReadAsync(
            (Operation: this, invocation, call, request),
            static (state, it) =>
            {
                var targets = new Targets(it.call);
                it.Operation.Authorize(it.request, targets, it.call, state);
                it.invocation.Authorizer.Demand(it.call, targets, state);
                return it.Operation.Run(it.request, it.call, state);
            });
        await invocation.Audit.RecordReadAsync(call, request);
        return response;
    }
}
