using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>An operation that changes nothing, and whose answer takes time to get from elsewhere than the store.</summary>
/// <typeparam name="TRequest">The generated request shape.</typeparam>
/// <typeparam name="TFound">What the store has to say.</typeparam>
/// <typeparam name="TResponse">The generated response shape.</typeparam>
public abstract class AwaitedReadOperation<TRequest, TFound, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    /// <summary>Reads what the store has; runs only once every target was allowed, over the snapshot of the decision.</summary>
    protected abstract TFound Find(TRequest request, CallContext call, ReadTransaction state);

    /// <summary>Answers the request; no transaction is open.</summary>
    protected abstract ValueTask<TResponse> AnswerAsync(TRequest request, TFound found, CallContext call);

    internal sealed override bool IsRead => true;

    internal sealed override async ValueTask<TResponse> RunAsync(Invocation invocation, CallContext call, TRequest request)
    {
        var found = await invocation.Store.ReadAsync(
            (Operation: this, invocation, call, request),
            static (state, it) =>
            {
                var targets = new Targets(it.call);
                it.Operation.Authorize(it.request, targets, it.call, state);
                it.invocation.Authorizer.Demand(it.call, targets, state);
                return it.Operation.Find(it.request, it.call, state);
            });
        var response = await AnswerAsync(request, found, call);
        await invocation.Audit.RecordReadAsync(call, request);
        return response;
    }
}
