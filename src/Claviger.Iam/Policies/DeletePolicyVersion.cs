using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a version of a managed policy of the account, but not the one in force.</summary>
internal sealed class DeletePolicyVersion : WriteOperation<DeletePolicyVersionRequest, DeletePolicyVersionResponse>
{
    protected override void Authorize(DeletePolicyVersionRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicyToChange("iam:DeletePolicyVersion", call, request.PolicyArn, state);

    protected override DeletePolicyVersionResponse Commit(DeletePolicyVersionRequest request, CallContext call, WriteTransaction state)
    {
        var policy = state.Policy(call, request.PolicyArn);
        var version = state.Version(policy, request.VersionId);
        if (version.Number == policy.DefaultVersion)
        {
            throw AwsError.DeleteConflict("Cannot delete the default version of a policy.");
        }

        PolicyVersions.Delete(state, policy, version);
        return DeletePolicyVersionResponse.Empty;
    }
}
