using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Shows an MFA device of a user or of the root user.</summary>
internal sealed class GetMFADevice : ReadOperation<GetMFADeviceRequest, GetMFADeviceResponse>
{
    protected override void Authorize(GetMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaOwner("iam:GetMFADevice", call, request.UserName, state);

    protected override GetMFADeviceResponse Run(GetMFADeviceRequest request, CallContext call, ReadTransaction state)
    {
        var owner = state.MfaOwner(call, request.UserName);
        var device = state.MfaDeviceOf(call, owner, request.SerialNumber);
        return new GetMFADeviceResponse
        {
            UserName = MfaDeviceTargets.NameOf(owner, call),
            SerialNumber = device.SerialNumber,
            EnableDate = device.Enabled,
        };
    }
}
