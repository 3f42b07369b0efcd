using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What ListUserPolicies, ListGroupPolicies and ListRolePolicies share.</summary>
internal abstract class ListInlinePolicies<TRequest, TResponse>(PolicyHolderKind kind) : ReadOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    protected abstract (string Name, string? Marker, int? MaxItems) PartsOf(TRequest request);

    protected abstract TResponse Answer(IReadOnlyList<string> names, string? marker);

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, $"iam:{Model.Name}", kind, call, PartsOf(request).Name, state);

    protected override TResponse Run(TRequest request, CallContext call, ReadTransaction state)
    {
        var (name, after, maxItems) = PartsOf(request);
        var holder = PolicyHolder.Demand(kind, state, call, name);
        var page = Page.Of(call, after, maxItems);
        var found = InlinePolicies.Page(state, call.Caller.Account, holder.Id, page.After, page.Reach);
        var policies = page.Cut(found, static policy => NameKey.Of(policy.Name), out var marker);
        return Answer([.. policies.Select(static policy => policy.Name)], marker);
    }
}
