using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What DeleteUserPolicy, DeleteGroupPolicy and DeleteRolePolicy share.</summary>
internal abstract class DeleteInlinePolicy<TRequest, TResponse>(PolicyHolderKind kind) : WriteOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    protected abstract (string Name, string PolicyName) PartsOf(TRequest request);

    protected abstract TResponse Answer();

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, $"iam:{Model.Name}", kind, call, PartsOf(request).Name, state);

    protected override TResponse Commit(TRequest request, CallContext call, WriteTransaction state)
    {
        var (name, policyName) = PartsOf(request);
        var holder = PolicyHolder.Demand(kind, state, call, name).DemandModifiable();
        InlinePolicies.Delete(state, InlinePolicyTargets.Demand(holder, state, state.Account, policyName));
        return Answer();
    }
}
