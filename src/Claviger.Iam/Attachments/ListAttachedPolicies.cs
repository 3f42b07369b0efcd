using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What ListAttachedUserPolicies, ListAttachedGroupPolicies and ListAttachedRolePolicies share.</summary>
internal abstract class ListAttachedPolicies<TRequest, TResponse>(PolicyHolderKind kind) : ReadOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    protected abstract AttachedPoliciesQuery QueryIn(TRequest request);

    protected abstract TResponse Answer(IReadOnlyList<AttachedPolicyShape> policies, string? marker);

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, $"iam:{Model.Name}", kind, call, QueryIn(request).Name, state);

    protected override TResponse Run(TRequest request, CallContext call, ReadTransaction state)
    {
        var query = QueryIn(request);
        var holder = PolicyHolder.Demand(kind, state, call, query.Name);
        var page = Page.Of(call, query.Marker, query.MaxItems);

        // An entity has few attachments (20 at the most on AWS): all are read, so that those of a path can be picked.
        var matching = Attachments.Of(state, call.Caller.Account, holder.Id)
            .Where(attachment => string.CompareOrdinal(attachment.PolicyArn, page.After) > 0)
            .OrderBy(static attachment => attachment.PolicyArn, StringComparer.Ordinal)
            .Select(static attachment => new AttachedPolicy(attachment.PolicyArn))
            .Where(policy => policy.Path.StartsWith(query.PathPrefix ?? "/", StringComparison.Ordinal))
            .Take(page.Reach)
            .ToList();
        var policies = page.Cut(matching, static policy => policy.Arn, out var marker);
        return Answer([.. policies.Select(static policy => policy.ToShape())], marker);
    }
}
