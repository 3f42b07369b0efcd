using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Learns anew how the clock of a device stands to ours, from two of its codes that follow each other.</summary>
internal sealed class ResyncMFADevice(MfaCodes codes) : WriteOperation<ResyncMFADeviceRequest, ResyncMFADeviceResponse>
{
    protected override void Authorize(ResyncMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaOwner("iam:ResyncMFADevice", call, request.UserName, state);

    protected override ResyncMFADeviceResponse Commit(ResyncMFADeviceRequest request, CallContext call, WriteTransaction state)
    {
        var device = state.MfaDeviceOf(call, state.MfaOwner(call, request.UserName), request.SerialNumber);
        return codes.TrySynchronize(state, device, request.AuthenticationCode1, request.AuthenticationCode2)
            ? ResyncMFADeviceResponse.Empty
            : throw AwsError.InvalidAuthenticationCode("Authentication code for device is not valid.");
    }
}
