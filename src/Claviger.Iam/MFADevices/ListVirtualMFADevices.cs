using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Lists the account's virtual MFA devices and whose they are, by serial number.</summary>
internal sealed class ListVirtualMFADevices : ReadOperation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse>
{
    protected override void Authorize(ListVirtualMFADevicesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.Add("iam:ListVirtualMFADevices");

    protected override ListVirtualMFADevicesResponse Run(ListVirtualMFADevicesRequest request, CallContext call, ReadTransaction state)
    {
        bool? assigned = request.AssignmentStatus switch
        {
            "Assigned" => true,
            "Unassigned" => false,
            _ => null,
        };
        var page = Page.Of(call, request.Marker, request.MaxItems);
        var found = MfaDevices.Page(state, call.Caller.Account, assigned, page.After, page.Reach);
        var devices = page.Cut(found, static device => device.SerialNumber, out var marker);
        return new ListVirtualMFADevicesResponse
        {
            VirtualMFADevices = [.. devices.Select(device => new VirtualMFADeviceShape
            {
                SerialNumber = device.SerialNumber,
                EnableDate = device.Enabled,
                User = device.Enabled is null ? null : Owner(device, state),
            })],
            IsTruncated = marker is not null,
            Marker = marker,
        };
    }

    private static UserShape Owner(MfaDeviceRecord device, ReadTransaction state) => device.UserId is { } id
        ? UserShapes.InList(Users.ById(state, device.Account, id)!)
        : UserShapes.Root(Accounts.Find(state, device.Account)!);
}
