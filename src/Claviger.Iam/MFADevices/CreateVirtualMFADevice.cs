using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Makes a virtual MFA device that is nobody's yet. Its seed is in this answer, as text and as a QR code, and never shown again.</summary>
internal sealed class CreateVirtualMFADevice(SecretBox box)
    : PreparedWriteOperation<CreateVirtualMFADeviceRequest, MfaSeed, CreateVirtualMFADeviceResponse>
{
    protected override void Authorize(CreateVirtualMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        var serialNumber = SerialNumberOf(request, call);
        var tags = Tagging.Read(request.Tags);
        targets.Add("iam:CreateVirtualMFADevice", serialNumber).WithRequestTags(tags);
        if (tags.Count > 0)
        {
            targets.Add("iam:TagMFADevice", serialNumber).WithRequestTags(tags);
        }
    }

    protected override ValueTask<MfaSeed> PrepareAsync(CreateVirtualMFADeviceRequest request, CallContext call) =>
        ValueTask.FromResult(MfaSeed.New(box, call.Caller.Account, SerialNumberOf(request, call), request.VirtualMFADeviceName));

    protected override CreateVirtualMFADeviceResponse Commit(
        CreateVirtualMFADeviceRequest request, MfaSeed prepared, CallContext call, WriteTransaction state)
    {
        var serialNumber = SerialNumberOf(request, call);
        if (MfaDevices.IsTaken(state, serialNumber))
        {
            throw AwsError.EntityAlreadyExists("MFADevice entity at the same path and name already exists.");
        }

        Quotas.Demand(state, "MFADevicesPerAccount", MfaDevices.Count(state, state.Account));
        var device = new MfaDeviceRecord
        {
            Account = state.Account,
            SerialNumber = serialNumber,
            SealedSeed = prepared.Sealed,
            Tags = Tagging.Read(request.Tags),
            Created = state.Now,
        };
        MfaDevices.Insert(state, device);
        return new CreateVirtualMFADeviceResponse
        {
            VirtualMFADevice = new VirtualMFADeviceShape
            {
                SerialNumber = serialNumber,
                Base32StringSeed = prepared.Base32,
                QRCodePNG = prepared.QrCode,
                Tags = Tagging.Shapes(device.Tags),
            },
        };
    }

    private static string SerialNumberOf(CreateVirtualMFADeviceRequest request, CallContext call) =>
        Arns.MfaDevice(call.Caller.Account, request.Path ?? "/", request.VirtualMFADeviceName);
}
