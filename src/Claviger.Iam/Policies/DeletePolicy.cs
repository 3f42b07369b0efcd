using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a managed policy of the account that nothing uses any more, with its only version.</summary>
internal sealed class DeletePolicy : WriteOperation<DeletePolicyRequest, DeletePolicyResponse>
{
    protected override void Authorize(DeletePolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicyToChange("iam:DeletePolicy", call, request.PolicyArn, state);

    protected override DeletePolicyResponse Commit(DeletePolicyRequest request, CallContext call, WriteTransaction state)
    {
        var policy = state.Policy(call, request.PolicyArn);
        if (Attachments.CountOfPolicy(state, state.Account, policy.Arn) > 0 || PolicyShapes.BoundaryUsers(state.Account, policy.Arn, state) > 0)
        {
            throw AwsError.DeleteConflict("Cannot delete a policy attached to entities.");
        }

        var versions = PolicyVersions.Of(state, policy.Id);
        if (versions.Count > 1)
        {
            throw AwsError.DeleteConflict(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. "
                + "The default version is deleted with the policy.");
        }

        foreach (var version in versions)
        {
            PolicyVersions.Delete(state, policy, version);
        }

        Policies.Delete(state, policy);
        return DeletePolicyResponse.Empty;
    }
}
