using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Takes an MFA device away from the user or root user that it is assigned to. The device stays.</summary>
internal sealed class DeactivateMFADevice : WriteOperation<DeactivateMFADeviceRequest, DeactivateMFADeviceResponse>
{
    protected override void Authorize(DeactivateMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaOwner("iam:DeactivateMFADevice", call, request.UserName, state);

    protected override DeactivateMFADeviceResponse Commit(DeactivateMFADeviceRequest request, CallContext call, WriteTransaction state)
    {
        var device = state.MfaDeviceOf(call, state.MfaOwner(call, request.UserName), request.SerialNumber);
        MfaDevices.Update(state, device with { UserId = null, Enabled = null });
        return DeactivateMFADeviceResponse.Empty;
    }
}
