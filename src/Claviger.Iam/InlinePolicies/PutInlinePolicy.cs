using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What PutUserPolicy, PutGroupPolicy and PutRolePolicy share.</summary>
internal abstract class PutInlinePolicy<TRequest, TResponse>(PolicyHolderKind kind) : WriteOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    protected abstract (string Name, string PolicyName, string Document) PartsOf(TRequest request);

    protected abstract TResponse Answer();

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, $"iam:{Model.Name}", kind, call, PartsOf(request).Name, state);

    protected override TResponse Commit(TRequest request, CallContext call, WriteTransaction state)
    {
        var (name, policyName, document) = PartsOf(request);
        var holder = PolicyHolder.Demand(kind, state, call, name).DemandModifiable();
        Documents.Demand(document, PolicyKind.Identity);
        var others = InlinePolicies.Of(state, state.Account, holder.Id)
            .Where(policy => NameKey.Of(policy.Name) != NameKey.Of(policyName))
            .Sum(static policy => PolicySize.Count(policy.Document));
        var quota = Quotas.Of(Accounts.Find(state, state.Account)!, holder.InlineQuota);
        if (others + PolicySize.Count(document) > quota)
        {
            throw AwsError.LimitExceeded($"Maximum policy size of {quota} bytes exceeded for {PolicyHolder.Word(kind)} {name}");
        }

        InlinePolicies.Put(
            state, new InlinePolicyRecord { Account = state.Account, EntityId = holder.Id, Name = policyName, Document = document });
        return Answer();
    }
}
