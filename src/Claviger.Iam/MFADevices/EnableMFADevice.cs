using Claviger.Aws;
using Claviger.Aws.Shapes.Iam;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Assigns an MFA device to a user or to the root user, who shows two of its codes that follow each other.</summary>
internal sealed class EnableMFADevice(MfaCodes codes) : WriteOperation<EnableMFADeviceRequest, EnableMFADeviceResponse>
{
    protected override void Authorize(EnableMFADeviceRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddMfaOwner("iam:EnableMFADevice", call, request.UserName, state);

    protected override EnableMFADeviceResponse Commit(EnableMFADeviceRequest request, CallContext call, WriteTransaction state)
    {
        var owner = state.MfaOwner(call, request.UserName);
        var device = state.MfaDevice(call, request.SerialNumber);
        if (device.Enabled is not null)
        {
            throw AwsError.EntityAlreadyExists("MFA Device is already in use.");
        }

        Quotas.Demand(state, "MFADevicesPerUser", MfaDevices.Of(state, state.Account, owner?.Id).Count);
        var assigned = device with { UserId = owner?.Id, Enabled = state.Now };
        MfaDevices.Update(state, assigned);
        return codes.TrySynchronize(state, assigned, request.AuthenticationCode1, request.AuthenticationCode2)
            ? EnableMFADeviceResponse.Empty
            : throw AwsError.InvalidAuthenticationCode("Authentication code for device is not valid.");
    }
}
