using System.Globalization;

namespace Claviger.Ec2;

/// <summary>The document by which an instance can prove what it is. The same instance has the same bytes, since they are signed.</summary>
internal static class IdentityDocument
{
    public static string Of(InstanceFacts facts) => MetadataJson.Write(
        ("accountId", facts.Account.ToString()),
        ("architecture", facts.Architecture),
        ("availabilityZone", facts.AvailabilityZone),
        ("billingProducts", null),
        ("devpayProductCodes", null),
        ("marketplaceProductCodes", null),
        ("imageId", facts.ImageId),
        ("instanceId", facts.InstanceId),
        ("instanceType", facts.InstanceType),
        ("kernelId", null),
        ("pendingTime", facts.LaunchTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("privateIp", facts.PrivateAddress.ToString()),
        ("ramdiskId", null),
        ("region", facts.Region),
        ("version", "2017-09-30"));
}
