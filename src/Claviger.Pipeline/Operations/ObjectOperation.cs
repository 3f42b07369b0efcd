using Claviger.Aws;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Pipeline;

/// <summary>An operation that changes data in a resource, an object in a bucket, rather than the resource: it raises no account's revision.</summary>
/// <remarks>
/// The order is: authorize and examine over one snapshot; prepare, with no transaction open (bytes are read to the disk here, so that a
/// client that waits for <c>100 Continue</c> gets it now and no sooner); commit; settle. Its audit event is gathered with those of reads.
/// </remarks>
/// <typeparam name="TRequest">The generated request shape.</typeparam>
/// <typeparam name="TPrepared">What the preparation hands to the commit.</typeparam>
/// <typeparam name="TResponse">The generated response shape.</typeparam>
public abstract class ObjectOperation<TRequest, TPrepared, TResponse> : Operation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    internal sealed override bool IsRead => false;

    /// <summary>The account in whose turn the change is written: that of the first target, which is what is changed.</summary>
    protected virtual AccountId AccountOf(TRequest request, CallContext call, Targets targets) => targets.AsList()[0].Account ?? call.Caller.Account;

    /// <summary>What can be refused before any byte is read, over the snapshot of the decision: a bucket that doesn't exist, a condition.</summary>
    protected virtual void Examine(TRequest request, CallContext call, ReadTransaction state)
    {
    }

    /// <summary>What takes time; the caller is already allowed.</summary>
    protected abstract ValueTask<TPrepared> PrepareAsync(TRequest request, CallContext call);

    /// <summary>The change itself: short, without I/O of its own, safe to run twice.</summary>
    protected abstract TResponse Commit(TRequest request, TPrepared prepared, CallContext call, AppendTransaction state);

    /// <summary>Undoes a preparation whose commit was refused. Not called where it can't be told whether the commit is durable.</summary>
    protected virtual void Abandon(TPrepared prepared)
    {
    }

    /// <summary>What follows once the change is durable: deleting what it has replaced.</summary>
    protected virtual void Settle(TRequest request, TPrepared prepared, TResponse response)
    {
    }

    internal sealed override async ValueTask<TResponse> RunAsync(Invocation invocation, CallContext call, TRequest request)
    {
        var (account, seen) = await invocation.Store.ReadAsync(
            (Operation: this, invocation, call, request),
            static (state, it) =>
            {
                var targets = it.Operation.Demand(it.invocation, it.call, it.request, state);
                it.Operation.Examine(it.request, it.call, state);
                return (it.Operation.AccountOf(it.request, it.call, targets), SeenRevisions.Of(it.call.Caller, targets, state));
            });
        var prepared = await PrepareAsync(request, call);
        TResponse response;
        try
        {
            response = await invocation.Store.AppendAsync(account, state =>
            {
                // INVARIANT: no operation runs on a decision that the state has moved away from.
                if (!seen.AreStillThoseOf(state))
                {
                    Demand(invocation, call, request, state);
                }

                return Commit(request, prepared, call, state);
            });
        }
        catch (AwsError)
        {
            Abandon(prepared);
            throw;
        }

        Settle(request, prepared, response);
        await invocation.Audit.RecordDataAsync(call, request);
        return response;
    }

    private Targets Demand(Invocation invocation, CallContext call, TRequest request, ReadTransaction state)
    {
        var targets = new Targets(call);
        Authorize(request, targets, call, state);
        invocation.Authorizer.Demand(call, targets, state);
        return targets;
    }
}
