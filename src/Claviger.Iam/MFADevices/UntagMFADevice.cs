using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes tags off a virtual MFA device; keys that it doesn't have are passed over.</summary>
internal sealed class UntagMFADevice : WriteOperation<UntagMFADeviceRequest, UntagMFADeviceResponse>
{
    protected override void Authorize(UntagMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaDevice("iam:UntagMFADevice", call, request.SerialNumber, state).WithTagKeys(request.TagKeys);

    protected override UntagMFADeviceResponse Commit(UntagMFADeviceRequest request, CallContext call, WriteTransaction state)
    {
        var device = state.MfaDevice(call, request.SerialNumber);
        MfaDevices.Update(state, device with { Tags = device.Tags.Without(request.TagKeys) });
        return UntagMFADeviceResponse.Empty;
    }
}
