using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>An operation that changes state, with work to do before its transaction opens.</summary>
/// <typeparam name="TRequest">The generated request shape.</typeparam>
/// <typeparam name="TPrepared">What the preparation hands to the commit.</typeparam>
/// <typeparam name="TResponse">The generated response shape.</typeparam>
public abstract class PreparedWriteOperation<TRequest, TPrepared, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    /// <summary>What takes time: hashes, keys, fetches. No transaction is open; the caller is already allowed.</summary>
    protected abstract ValueTask<TPrepared> PrepareAsync(TRequest request, CallContext call);

    /// <summary>The account that is written to: the caller's own, unless what is changed belongs to another.</summary>
    protected virtual AccountId AccountOf(TRequest request, CallContext call, ReadTransaction state) => call.Caller.Account;

    /// <summary>The change itself: short, without I/O of its own, safe to run twice.</summary>
    protected abstract TResponse Commit(TRequest request, TPrepared prepared, CallContext call, WriteTransaction state);

    /// <summary>What follows once the change is durable.</summary>
    protected virtual void Settle(TPrepared prepared)
    {
    }

    internal sealed override bool IsRead => false;

    internal sealed override async ValueTask<TResponse> RunAsync(Invocation invocation, CallContext call, TRequest request)
    {
        var (account, seen) = await invocation.Store.ReadAsync(
            (Operation: this, invocation, call, request),
            static (state, it) =>
            {
                it.Operation.Demand(it.invocation, it.call, it.request, state);
                var account = it.Operation.AccountOf(it.request, it.call, state);
                return (account, SeenRevisions.Of(it.call.Caller, account, state));
            });
        var prepared = await PrepareAsync(request, call);
        var response = await invocation.Store.WriteAsync(account, state =>
        {
            // INVARIANT: no operation runs on a decision that the state has moved away from.
            if (!seen.AreStillThoseOf(state))
            {
                Demand(invocation, call, request, state);
            }

            var made = Commit(request, prepared, call, state);
            state.Audit(AuditTrail.OfWrite(call, request, made));
            return made;
        });
        Settle(prepared);
        return response;
    }

    private void Demand(Invocation invocation, CallContext call, TRequest request, ReadTransaction state)
    {
        var targets = new Targets(call);
        Authorize(request, targets, call, state);
        invocation.Authorizer.Demand(call, targets, state);
    }
}
