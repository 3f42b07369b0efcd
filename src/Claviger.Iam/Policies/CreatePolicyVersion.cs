using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Adds a version to a managed policy of the account, and puts it in force if asked to.</summary>
internal sealed class CreatePolicyVersion : WriteOperation<CreatePolicyVersionRequest, CreatePolicyVersionResponse>
{
    protected override void Authorize(CreatePolicyVersionRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicyToChange("iam:CreatePolicyVersion", call, request.PolicyArn, state);

    protected override CreatePolicyVersionResponse Commit(CreatePolicyVersionRequest request, CallContext call, WriteTransaction state)
    {
        var policy = state.Policy(call, request.PolicyArn);
        Documents.Demand(request.PolicyDocument, PolicyKind.Identity);
        PolicyQuota.DemandSize(request.PolicyDocument, state);
        var quota = Quotas.Of(Accounts.Find(state, state.Account)!, "VersionsPerPolicy");
        if (PolicyVersions.Of(state, policy.Id).Count >= quota)
        {
            throw AwsError.LimitExceeded(
                $"A managed policy can have up to {quota} versions. Before you create a new version, you must delete an existing version.");
        }

        var version = new PolicyVersionRecord
        {
            Account = state.Account,
            PolicyId = policy.Id,
            Number = policy.NextVersion,
            Document = request.PolicyDocument,
            Created = state.Now,
        };
        policy = policy with
        {
            NextVersion = policy.NextVersion + 1,
            DefaultVersion = request.SetAsDefault == true ? version.Number : policy.DefaultVersion,
            Updated = state.Now,
        };
        PolicyVersions.Insert(state, policy, version);
        Policies.Update(state, policy);
        return new CreatePolicyVersionResponse { PolicyVersion = PolicyVersionShapes.InList(version, policy) };
    }
}
