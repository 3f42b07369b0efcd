using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes a managed policy of the account, with its first version.</summary>
internal sealed class CreatePolicy : WriteOperation<CreatePolicyRequest, CreatePolicyResponse>
{
    protected override void Authorize(CreatePolicyRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var arn = ArnOf(request, call.Caller.Account);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreatePolicy", arn).Named($"policy {request.PolicyName}").WithRequestTags(tags);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagPolicy", arn).Named($"policy {request.PolicyName}").WithRequestTags(tags);
        }
    }

    protected override CreatePolicyResponse Commit(CreatePolicyRequest request, CallContext call, WriteTransaction state)
    {
        Documents.Demand(request.PolicyDocument, PolicyKind.Identity);
        PolicyQuota.DemandSize(request.PolicyDocument, state);
        if (Policies.Find(state, state.Account, request.PolicyName) is not null)
        {
            throw AwsError.EntityAlreadyExists($"A policy called {request.PolicyName} already exists. Duplicate names are not allowed.");
        }

        Quotas.Demand(state, "PoliciesPerAccount", Policies.Count(state, state.Account));
        var policy = new PolicyRecord
        {
            Account = state.Account,
            Id = UniqueId.New("ANPA"),
            Name = request.PolicyName,
            Path = request.Path ?? "/",
            Arn = ArnOf(request, state.Account),
            Description = request.Description,
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
            Updated = state.Now,
        };
        Policies.Insert(state, policy);
        PolicyVersions.Insert(state, policy, new PolicyVersionRecord
        {
            Account = state.Account,
            PolicyId = policy.Id,
            Number = policy.DefaultVersion,
            Document = request.PolicyDocument,
            Created = state.Now,
        });
        return new CreatePolicyResponse { Policy = PolicyShapes.Made(policy, state) };
    }

    private static string ArnOf(CreatePolicyRequest request, AccountId account) => Arns.Policy(account, request.Path ?? "/", request.PolicyName);
}
