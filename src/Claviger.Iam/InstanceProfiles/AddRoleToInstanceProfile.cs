using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts a role into an instance profile, which passes it to EC2.</summary>
internal sealed class AddRoleToInstanceProfile : WriteOperation<AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse>
{
    protected override void Authorize(AddRoleToInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        targets.AddInstanceProfile("iam:AddRoleToInstanceProfile", call, request.InstanceProfileName, state);
        var role = Roles.Find(state, call.Caller.Account, request.RoleName);
        targets.Add("iam:PassRole", role is null ? Arns.Role(call.Caller.Account, "/", request.RoleName) : Arns.Of(role))
            .WithResourceTags(role?.Tags)
            .With(IamKeys.PassedToService, "ec2.amazonaws.com");
    }

    protected override AddRoleToInstanceProfileResponse Commit(
        AddRoleToInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var profile = state.InstanceProfile(call, request.InstanceProfileName);
        var role = state.Role(call, request.RoleName).DemandModifiable();
        Quotas.Demand(state, "InstanceSessionsPerInstanceProfile", profile.RoleId is null ? 0 : 1);
        InstanceProfiles.Update(state, profile with { RoleId = role.Id });
        return AddRoleToInstanceProfileResponse.Empty;
    }
}
