using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>User data, mostly a script for the first boot, which is sealed at rest: people put secrets there.</summary>
internal static class BootScriptSeal
{
    public static byte[]? Seal(SecretBox box, InstanceRecord instance, byte[]? data) =>
        data is null or [] ? null : box.Seal(SecretPurpose.UserData, instance.Account, instance.Id, data);

    public static byte[] Open(SecretBox box, InstanceRecord instance) =>
        instance.SealedUserData is { } sealedData ? box.Open(SecretPurpose.UserData, instance.Account, instance.Id, sealedData) : [];
}
