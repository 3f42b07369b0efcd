using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Deletes a virtual MFA device that is nobody's any more.</summary>
internal sealed class DeleteVirtualMFADevice : WriteOperation<DeleteVirtualMFADeviceRequest, DeleteVirtualMFADeviceResponse>
{
    protected override void Authorize(DeleteVirtualMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaDevice("iam:DeleteVirtualMFADevice", call, request.SerialNumber, state);

    protected override DeleteVirtualMFADeviceResponse Commit(DeleteVirtualMFADeviceRequest request, CallContext call, WriteTransaction state)
    {
        var device = state.MfaDevice(call, request.SerialNumber);
        if (device.Enabled is not null)
        {
            throw AwsError.DeleteConflict("MFA VirtualDevice in use. Must deactivate first.");
        }

        MfaDevices.Delete(state, device);
        return DeleteVirtualMFADeviceResponse.Empty;
    }
}
