using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes an instance profile that no role is in any more.</summary>
internal sealed class DeleteInstanceProfile : WriteOperation<DeleteInstanceProfileRequest, DeleteInstanceProfileResponse>
{
    protected override void Authorize(DeleteInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstanceProfile("iam:DeleteInstanceProfile", call, request.InstanceProfileName, state);

    protected override DeleteInstanceProfileResponse Commit(DeleteInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var profile = state.InstanceProfile(call, request.InstanceProfileName);
        if (profile.RoleId is not null)
        {
            throw AwsError.DeleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }

        InstanceProfiles.Delete(state, profile);
        return DeleteInstanceProfileResponse.Empty;
    }
}
