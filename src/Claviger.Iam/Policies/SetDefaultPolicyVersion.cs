using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts a version of a managed policy of the account in force, for all it is attached to at once.</summary>
internal sealed class SetDefaultPolicyVersion : WriteOperation<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse>
{
    protected override void Authorize(SetDefaultPolicyVersionRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddPolicyToChange("iam:SetDefaultPolicyVersion", call, request.PolicyArn, state);

    protected override SetDefaultPolicyVersionResponse Commit(SetDefaultPolicyVersionRequest request, CallContext call, WriteTransaction state)
    {
        var policy = state.Policy(call, request.PolicyArn);
        var version = state.Version(policy, request.VersionId);
        Policies.Update(state, policy with { DefaultVersion = version.Number, Updated = state.Now });
        return SetDefaultPolicyVersionResponse.Empty;
    }
}
