using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a instance profile, over those with the same keys.</summary>
internal sealed class TagInstanceProfile : WriteOperation<TagInstanceProfileRequest, TagInstanceProfileResponse>
{
    protected override void Authorize(TagInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstanceProfile("iam:TagInstanceProfile", call, request.InstanceProfileName, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagInstanceProfileResponse Commit(TagInstanceProfileRequest request, CallContext call, WriteTransaction state)
    {
        var profile = state.InstanceProfile(call, request.InstanceProfileName);
        InstanceProfiles.Update(state, profile with { Tags = Tagging.Merge(profile.Tags, Tagging.Read(request.Tags)) });
        return TagInstanceProfileResponse.Empty;
    }
}
