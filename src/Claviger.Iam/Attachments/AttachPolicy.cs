using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What AttachUserPolicy, AttachGroupPolicy and AttachRolePolicy share.</summary>
internal abstract class AttachPolicy<TRequest, TResponse>(PolicyHolderKind kind) : WriteOperation<TRequest, TResponse>
    where TRequest : class, IRequestShape<TRequest>
    where TResponse : class, IResponseShape
{
    protected abstract string NameIn(TRequest request);

    protected abstract string PolicyArnIn(TRequest request);

    protected abstract TResponse Answer();

    protected override void Authorize(TRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        PolicyHolder.AddTo(targets, $"iam:{Model.Name}", kind, call, NameIn(request), state)
            .With(IamKeys.PolicyArn, PolicyArnIn(request));

    protected override TResponse Commit(TRequest request, CallContext call, WriteTransaction state)
    {
        var arn = PolicyArnIn(request);
        var holder = PolicyHolder.Demand(kind, state, call, NameIn(request)).DemandModifiable();
        ManagedPolicyLookup.Demand(arn, state, state.Account);

        if (PolicyTargets.IsAwsOwned(arn) && PolicyTargets.AwsPolicy(arn).IsForServiceLinkedRoles)
        {
            throw AwsError.PolicyNotAttachable("Cannot attach a Service Role Policy to a Customer Role.");
        }

        // AWS: attaching what is attached already succeeds.
        if (!Attachments.Exists(state, state.Account, holder.Id, arn))
        {
            Quotas.Demand(state, holder.AttachmentQuota, Attachments.Count(state, state.Account, holder.Id));
            Attachments.Insert(state, new AttachmentRecord { Account = state.Account, EntityId = holder.Id, PolicyArn = arn });
        }

        return Answer();
    }
}
