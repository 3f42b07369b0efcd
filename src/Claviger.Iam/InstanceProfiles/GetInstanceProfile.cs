using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows an instance profile and the role in it.</summary>
internal sealed class GetInstanceProfile : ReadOperation<GetInstanceProfileRequest, GetInstanceProfileResponse>
{
    protected override void Authorize(GetInstanceProfileRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddInstanceProfile("iam:GetInstanceProfile", call, request.InstanceProfileName, state);

    protected override GetInstanceProfileResponse Run(GetInstanceProfileRequest request, CallContext call, ReadTransaction state) => new()
    {
        InstanceProfile = InstanceProfileShapes.Whole(state.InstanceProfile(call, request.InstanceProfileName), state),
    };
}
