using System.Net;
using Claviger.Policy;

namespace Claviger.Ec2;

/// <summary>All that a driver needs to run an instance.</summary>
public sealed record InstanceSpec
{
    /// <summary><c>i-</c> and 17 hexadecimal digits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The account that the instance belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The image that the disk is made from: <c>ami-</c> and 17 hexadecimal digits.</summary>
    public required string ImageId { get; init; }

    /// <summary>What the instance may use of the host.</summary>
    public required InstanceLimits Limits { get; init; }

    /// <summary>The region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The address of its network interface in its subnet.</summary>
    public required IPAddress PrivateAddress { get; init; }

    /// <summary>Its name within the network: <c>ip-172-31-16-4.ec2.internal</c>.</summary>
    public required string PrivateDnsName { get; init; }

    /// <summary>The address of the interface, such as <c>0a:ff:de:ad:be:ef</c>.</summary>
    public required string MacAddress { get; init; }

    /// <summary>What was given to run at its first boot, decoded; empty for nothing.</summary>
    public ReadOnlyMemory<byte> UserData { get; init; }

    /// <summary>The metadata service's options, of which a network with real hops needs the hop limit.</summary>
    public required MetadataOptions Metadata { get; init; }
}
