using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What DetachUserPolicy, DetachGroupPolicy and DetachRolePolicy share.</summary>
internal abstract class DetachPolicy<TRequest, TResponse>(PolicyHolderKind kind) : WriteOperation<TRequest, TResponse>
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
        ManagedPolicyLookup.DemandArn(arn);
        if (!Attachments.Exists(state, state.Account, holder.Id, arn))
        {
            throw AwsError.NoSuchEntity($"Policy {arn} was not found.");
        }

        Attachments.Delete(state, new AttachmentRecord { Account = state.Account, EntityId = holder.Id, PolicyArn = arn });
        return Answer();
    }
}
