using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Puts tags on a virtual MFA device, over those with the same keys.</summary>
internal sealed class TagMFADevice : WriteOperation<TagMFADeviceRequest, TagMFADeviceResponse>
{
    protected override void Authorize(TagMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaDevice("iam:TagMFADevice", call, request.SerialNumber, state).WithRequestTags(Tagging.Read(request.Tags));

    protected override TagMFADeviceResponse Commit(TagMFADeviceRequest request, CallContext call, WriteTransaction state)
    {
        var device = state.MfaDevice(call, request.SerialNumber);
        MfaDevices.Update(state, device with { Tags = Tagging.Merge(device.Tags, Tagging.Read(request.Tags)) });
        return TagMFADeviceResponse.Empty;
    }
}
