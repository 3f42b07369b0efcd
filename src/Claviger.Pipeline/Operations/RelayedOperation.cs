using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>An operation that is decided here, as the class of its name decides it, and done by another server.</summary>
/// <remarks>
/// The order is: refuse what the class refuses, and what can't be passed on; decide over one snapshot; where the decision hangs on what
/// the other server alone knows, ask for that and decide again; relay. Its audit event is gathered with those of reads.
/// </remarks>
/// <typeparam name="TRequest">The generated request shape.</typeparam>
/// <typeparam name="TResponse">The generated response shape.</typeparam>
/// <param name="decided">The class that does the operation here.</param>
public abstract class RelayedOperation<TRequest, TResponse>(Operation<TRequest, TResponse> decided) : Operation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    internal sealed override bool IsRead => decided.IsRead;

    /// <inheritdoc/>
    protected internal sealed override void Refine(TRequest request, CallContext call)
    {
        decided.Refine(request, call);
        DemandPassable(request, call);
    }

    /// <inheritdoc/>
    protected internal sealed override void Authorize(TRequest request, Targets targets, CallContext call, Store.ReadTransaction state) =>
        decided.Authorize(request, targets, call, state);

    /// <summary>Refuses what can't be passed on.</summary>
    /// <exception cref="AwsError">The request asks for more than is passed on.</exception>
    protected abstract void DemandPassable(TRequest request, CallContext call);

    /// <summary>Asks the other server for what the decision has turned out to hang on.</summary>
    /// <param name="call">The call.</param>
    /// <returns>Whether anything was learnt, so that it is decided again; what was decided before counts for nothing then.</returns>
    protected abstract ValueTask<bool> LearnAsync(CallContext call);

    /// <summary>Has the other server do it; the caller is allowed.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="call">The call.</param>
    /// <param name="demand">Takes the decision again, to be awaited where time has passed since: a caller who may no more is refused.</param>
    protected abstract ValueTask<TResponse> RelayAsync(TRequest request, CallContext call, Func<ValueTask> demand);

    internal sealed override async ValueTask<TResponse> RunAsync(Invocation invocation, CallContext call, TRequest request)
    {
        await DemandAsync(invocation, call, request);
        var response = await RelayAsync(request, call, () => DemandAsync(invocation, call, request));
        await (IsRead ? invocation.Audit.RecordReadAsync(call, request) : invocation.Audit.RecordDataAsync(call, request));
        return response;
    }

    // INVARIANT: no decision counts, to allow or to refuse, as long as it hangs on what isn't known.
    private async ValueTask DemandAsync(Invocation invocation, CallContext call, TRequest request)
    {
        while (true)
        {
            var isAllowed = await invocation.Store.ReadAsync(
                (Operation: this, invocation, call, request),
                static (state, it) => it.invocation.Authorizer.Refusal(it.call, it.Operation.TargetsOf(it.call, it.request, state), state) is null);
            if (await LearnAsync(call))
            {
                continue;
            }

            if (isAllowed)
            {
                return;
            }

            // Explains the refusal. Where the account has moved just now and nothing is refused any more, it is decided anew.
            await invocation.Store.ReadAsync(
                (Operation: this, invocation, call, request),
                static (state, it) =>
                {
                    it.invocation.Authorizer.Demand(it.call, it.Operation.TargetsOf(it.call, it.request, state), state);
                    return true;
                });
        }
    }

    private Targets TargetsOf(CallContext call, TRequest request, Store.ReadTransaction state)
    {
        var targets = new Targets(call);
        Authorize(request, targets, call, state);
        return targets;
    }
}
