using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the MFA device that a request is about, and whose it is, and name them for the decision.</summary>
internal static class MfaDeviceTargets
{
    /// <summary>Adds an action on the device of a serial number, which is its ARN; whether it exists makes no difference to who may not act.</summary>
    public static Target AddMfaDevice(this Targets targets, string action, CallContext call, string serialNumber, ReadTransaction state) =>
        targets.Add(action, serialNumber).WithResourceTags(MfaDevices.Find(state, call.Caller.Account, serialNumber)?.Tags);

    /// <summary>The device of a serial number.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static MfaDeviceRecord MfaDevice(this ReadTransaction state, CallContext call, string serialNumber) =>
        MfaDevices.Find(state, call.Caller.Account, serialNumber)
        ?? throw AwsError.NoSuchEntity($"VirtualMFADevice with serial number {serialNumber} doesn't exist.");

    /// <summary>Adds an action on the user of a name, or on the caller itself.</summary>
    public static void AddMfaOwner(this Targets targets, string action, CallContext call, string? userName, ReadTransaction state)
    {
        if (IsRoot(userName, call))
        {
            targets.Add(action, call.Caller.Arn);
            return;
        }

        targets.AddUser(action, call, UserTargets.NameOrOwn(userName, call), state);
    }

    /// <summary>The user of a name, or the caller itself; null for the root user.</summary>
    /// <exception cref="AwsError">There is no such user.</exception>
    public static UserRecord? MfaOwner(this ReadTransaction state, CallContext call, string? userName) =>
        IsRoot(userName, call) ? null : state.User(call, UserTargets.NameOrOwn(userName, call));

    /// <summary>A device that is the owner's.</summary>
    /// <exception cref="AwsError">There is no such device, or it is not the owner's.</exception>
    public static MfaDeviceRecord MfaDeviceOf(this ReadTransaction state, CallContext call, UserRecord? owner, string serialNumber) =>
        MfaDevices.Find(state, call.Caller.Account, serialNumber) is { Enabled: not null } device && device.UserId == owner?.Id
            ? device
            : throw AwsError.NoSuchEntity("MFA Device invalid for user.");

    /// <summary>The name that answers give an owner: the root user's is the account's number, which is its id.</summary>
    public static string NameOf(UserRecord? owner, CallContext call) => owner?.Name ?? call.Caller.Account.ToString();

    // The root user has no name of its own, and EnableMFADevice wants one: it goes by the number that is its id.
    private static bool IsRoot(string? userName, CallContext call) =>
        call.Caller.Kind == CallerKind.Root && (userName is null || userName == call.Caller.Account.ToString());
}
