using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Ec2;

/// <summary>An instance's network interface, as the instance shows it and by itself.</summary>
internal static class NetworkInterfaceShapes
{
    public static InstanceNetworkInterfaceShape OfInstance(InstanceView view) => new()
    {
        NetworkInterfaceId = view.Details.NetworkInterfaceId,
        SubnetId = view.Details.SubnetId,
        VpcId = view.Network.VpcId,
        Description = "",
        OwnerId = view.Record.Account.ToString(),
        Status = "in-use",
        MacAddress = view.Details.MacAddress,
        PrivateIpAddress = view.Record.PrivateAddress,
        PrivateDnsName = view.PrivateDnsName,
        SourceDestCheck = view.Details.SourceDestCheck,
        InterfaceType = "interface",
        Groups = SecurityGroups.Shapes(view.Details.SecurityGroupIds),
        Ipv6Addresses = [],
        Attachment = new InstanceNetworkInterfaceAttachmentShape
        {
            AttachmentId = view.Details.AttachmentId,
            AttachTime = view.Details.Created,
            DeleteOnTermination = true,
            DeviceIndex = 0,
            NetworkCardIndex = 0,
            Status = "attached",
        },
        PrivateIpAddresses =
        [
            new InstancePrivateIpAddressShape { Primary = true, PrivateIpAddress = view.Record.PrivateAddress, PrivateDnsName = view.PrivateDnsName },
        ],
    };

    public static NetworkInterfaceShape Of(InstanceView view) => new()
    {
        NetworkInterfaceId = view.Details.NetworkInterfaceId,
        SubnetId = view.Details.SubnetId,
        VpcId = view.Network.VpcId,
        AvailabilityZone = view.Details.AvailabilityZone,
        AvailabilityZoneId = view.Subnet.Zone.Id,
        Description = "",
        OwnerId = view.Record.Account.ToString(),
        RequesterManaged = false,
        Status = "in-use",
        MacAddress = view.Details.MacAddress,
        PrivateIpAddress = view.Record.PrivateAddress,
        PrivateDnsName = view.PrivateDnsName,
        SourceDestCheck = view.Details.SourceDestCheck,
        InterfaceType = "interface",
        Groups = SecurityGroups.Shapes(view.Details.SecurityGroupIds),
        Ipv6Addresses = [],
        TagSet = TagRules.Shapes(view.InterfaceTags) ?? [],
        Attachment = new NetworkInterfaceAttachmentShape
        {
            AttachmentId = view.Details.AttachmentId,
            AttachTime = view.Details.Created,
            DeleteOnTermination = true,
            DeviceIndex = 0,
            NetworkCardIndex = 0,
            InstanceId = view.Record.Id,
            InstanceOwnerId = view.Record.Account.ToString(),
            Status = "attached",
        },
        PrivateIpAddresses =
        [
            new NetworkInterfacePrivateIpAddressShape { Primary = true, PrivateIpAddress = view.Record.PrivateAddress, PrivateDnsName = view.PrivateDnsName },
        ],
    };
}
