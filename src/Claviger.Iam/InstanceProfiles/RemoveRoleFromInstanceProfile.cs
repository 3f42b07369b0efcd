using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes the role out of an instance profile.</summary>
internal sealed class RemoveRoleFromInstanceProfile
    : WriteOperation<RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse>
{
    protected override void Authorize(
        RemoveRoleFromInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstanceProfile("iam:RemoveRoleFromInstanceProfile", call, request.InstanceProfileName, state);

    protected override RemoveRoleFromInstanceProfileResponse Commit(
        RemoveRoleFromInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var profile = state.InstanceProfile(call, request.InstanceProfileName);
        var role = state.Role(call, request.RoleName);
        if (profile.RoleId != role.Id)
        {
            throw AwsError.NoSuchEntity($"Role {request.RoleName} in Instance Profile {request.InstanceProfileName} cannot be found.");
        }

        InstanceProfiles.Update(state, profile with { RoleId = null });
        return RemoveRoleFromInstanceProfileResponse.Empty;
    }
}
