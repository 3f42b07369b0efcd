using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the MFA devices of a user or of the root user, by serial number.</summary>
internal sealed class ListMFADevices : ReadOperation<ListMFADevicesRequest, ListMFADevicesResponse>
{
    protected override void Authorize(ListMFADevicesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaOwner("iam:ListMFADevices", call, request.UserName, state);

    protected override ListMFADevicesResponse Run(ListMFADevicesRequest request, CallContext call, ReadTransaction state)
    {
        var owner = state.MfaOwner(call, request.UserName);
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var devices = page.CutWhole(MfaDevices.Of(state, call.Caller.Account, owner?.Id), static device => device.SerialNumber, out var marker);
        return new ListMFADevicesResponse
        {
            MFADevices = [.. devices.Select(device => new MFADeviceShape
            {
                UserName = MfaDeviceTargets.NameOf(owner, call),
                SerialNumber = device.SerialNumber,
                EnableDate = device.Enabled!.Value,
            })],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }
}
