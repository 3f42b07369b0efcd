using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What GetUserPolicy, GetGroupPolicy and GetRolePolicy share.</summary>
internal abstract class GetInlinePolicy<TRequest, TResponse>(PolicyHolderKind kind) : ReadOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    protected abstract (string Name, string PolicyName) PartsOf(TRequest request);

    protected abstract TResponse Answer(PolicyHolder holder, InlinePolicyRecord policy);

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, $"iam:{Model.Name}", kind, call, PartsOf(request).Name, state);

    protected override TResponse Run(TRequest request, CallContext call, ReadTransaction state)
    {
        var (name, policyName) = PartsOf(request);
        var holder = PolicyHolder.Demand(kind, state, call, name);
        return Answer(holder, InlinePolicyTargets.Demand(holder, state, call.Caller.Account, policyName));
    }
}
