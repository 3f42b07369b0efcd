using System.Text;
using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Ec2;

/// <summary>What a launch may ask for, as far as the request alone tells.</summary>
internal static class LaunchRules
{
    private const int MostUserData = 16 * 1024;
    private const int LongestClientToken = 64;

    /// <summary>Refuses what no launch can have, and what this server's instances don't have.</summary>
    /// <exception cref="AwsError">In EC2's codes; UnsupportedOperation for the latter.</exception>
    public static void Refine(RunInstancesRequest request)
    {
        if (request.ImageId is null)
        {
            throw AwsError.MissingParameter("The request must contain the parameter ImageId");
        }

        ResourceId.Demand("ami", request.ImageId, "InvalidAMIID.Malformed");
        Count(request);
        if (request.InstanceType is { } type && !InstanceTypes.TryFind(type, out _))
        {
            throw AwsError.InvalidParameterValue($"Invalid value '{type}' for InstanceType.");
        }

        if (request.ClientToken?.Length > LongestClientToken)
        {
            throw AwsError.InvalidParameterValue($"Client token exceeds the maximum length of {LongestClientToken} characters");
        }

        if (request.IamInstanceProfile is { } profile)
        {
            ProfileLookup.Refine(profile);
        }

        UserData(request.UserData);
        Network(request);
        Devices(request);
        if (Foreign(request) is { } parameter)
        {
            throw Ec2Error.UnsupportedOperation($"The instances of this server have no {parameter}.");
        }
    }

    /// <summary>User data, decoded.</summary>
    /// <exception cref="AwsError">It isn't base64, or too long.</exception>
    public static byte[]? UserData(string? encoded)
    {
        if (string.IsNullOrEmpty(encoded))
        {
            return null;
        }

        // AWS: line breaks are taken, as base64 of command lines has them.
        var bytes = new byte[Encoding.UTF8.GetByteCount(encoded)];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length))
        {
            throw AwsError.InvalidParameterValue("Invalid BASE64 encoding of user data");
        }

        return length <= MostUserData ? bytes[..length] : throw AwsError.InvalidParameterValue($"User data is limited to {MostUserData} bytes");
    }

    private static void Count(RunInstancesRequest request)
    {
        if (request.MinCount < 1)
        {
            throw AwsError.InvalidParameterValue($"Value ({request.MinCount}) for parameter minCount is invalid. Expecting a positive integer.");
        }

        if (request.MaxCount < 1)
        {
            throw AwsError.InvalidParameterValue($"Value ({request.MaxCount}) for parameter maxCount is invalid. Expecting a positive integer.");
        }

        if (request.MinCount > request.MaxCount)
        {
            throw AwsError.InvalidParameterCombination("The value for MinCount must be less than or equal to MaxCount");
        }
    }

    private static void Network(RunInstancesRequest request)
    {
        if (request.NetworkInterfaces is not { Count: > 0 } interfaces)
        {
            return;
        }

        if (interfaces.Count > 1 || interfaces[0].DeviceIndex is not (null or 0) || interfaces[0].NetworkInterfaceId is not null)
        {
            throw Ec2Error.UnsupportedOperation("The instances of this server have one network interface, made with them.");
        }

        if (request.SubnetId is not null || request.SecurityGroupIds is { Count: > 0 } || request.SecurityGroups is { Count: > 0 })
        {
            throw AwsError.InvalidParameterCombination(
                "Network interfaces and an instance-level subnet ID may not be specified on the same request");
        }
    }

    private static void Devices(RunInstancesRequest request)
    {
        foreach (var device in request.BlockDeviceMappings ?? [])
        {
            if (device.DeviceName != InstanceShapes.RootDevice || device.Ebs is not { } ebs)
            {
                throw Ec2Error.UnsupportedOperation($"The instances of this server have one volume, {InstanceShapes.RootDevice}.");
            }

            if (ebs.Encrypted == true || ebs.DeleteOnTermination == false || ebs.SnapshotId is not null)
            {
                throw Ec2Error.UnsupportedOperation(
                    "The volumes of this server are made from images, not encrypted by themselves, and deleted with their instances.");
            }
        }
    }

    private static string? Foreign(RunInstancesRequest request) => request switch
    {
        { LaunchTemplate: not null } => "launch templates",
        { InstanceMarketOptions: not null } => "spot market",
        { Ipv6AddressCount: > 0 } or { Ipv6Addresses.Count: > 0 } or { EnablePrimaryIpv6: true } => "IPv6 addresses",
        { KernelId: not null } or { RamdiskId: not null } => "kernels of their own",
        { ElasticGpuSpecification.Count: > 0 } or { ElasticInferenceAccelerators.Count: > 0 } => "accelerators",
        { CpuOptions: not null } => "CPU options",
        { HibernationOptions.Configured: true } => "hibernation",
        { EnclaveOptions.Enabled: true } => "enclaves",
        { LicenseSpecifications.Count: > 0 } => "licenses",
        { SecondaryInterfaces.Count: > 0 } => "secondary interfaces",
        { Placement.Tenancy: not (null or "default") } => "dedicated tenancy",
        { Placement.GroupName: not (null or "") } or { Placement.HostId: not null } => "placement groups or hosts",
        { CapacityReservationSpecification.CapacityReservationTarget: not null } => "capacity reservations",
        _ => null,
    };
}
