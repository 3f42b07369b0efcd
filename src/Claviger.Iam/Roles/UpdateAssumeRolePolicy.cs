using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Replaces a role's trust policy.</summary>
internal sealed class UpdateAssumeRolePolicy : WriteOperation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse>
{
    protected override void Authorize(UpdateAssumeRolePolicyRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRole("iam:UpdateAssumeRolePolicy", call, request.RoleName, state);

    protected override UpdateAssumeRolePolicyResponse Commit(UpdateAssumeRolePolicyRequest request, CallContext call, WriteTransaction state)
    {
        var role = state.Role(call, request.RoleName).DemandModifiable();
        Roles.Update(state, role with { TrustPolicy = TrustDocuments.Accept(request.PolicyDocument, state) });
        return UpdateAssumeRolePolicyResponse.Empty;
    }
}
