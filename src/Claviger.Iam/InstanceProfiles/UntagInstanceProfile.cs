using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a instance profile.</summary>
internal sealed class UntagInstanceProfile : WriteOperation<UntagInstanceProfileRequest, UntagInstanceProfileResponse>
{
    protected override void Authorize(UntagInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstanceProfile("iam:UntagInstanceProfile", call, request.InstanceProfileName, state).WithTagKeys(request.TagKeys);

    protected override UntagInstanceProfileResponse Commit(UntagInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var profile = state.InstanceProfile(call, request.InstanceProfileName);
        InstanceProfiles.Update(state, profile with { Tags = profile.Tags.Without(request.TagKeys) });
        return UntagInstanceProfileResponse.Empty;
    }
}
