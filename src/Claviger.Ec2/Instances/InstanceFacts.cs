using System.Net;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>All that the metadata service can say of an instance, read from the store at one moment.</summary>
public sealed record InstanceFacts
{
    /// <summary><c>i-</c> and 17 hexadecimal digits.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The account that the instance belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InstanceStateName State { get; init; }

    /// <summary>The image that it was launched from.</summary>
    public required string ImageId { get; init; }

    /// <summary>Its type, such as <c>t3.micro</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The reservation that launched it (<c>r-…</c>).</summary>
    public required string ReservationId { get; init; }

    /// <summary>Its place within the reservation, from 0.</summary>
    public required int LaunchIndex { get; init; }

    /// <summary>When it was launched, or started last.</summary>
    public required DateTimeOffset LaunchTime { get; init; }

    /// <summary>The region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The zone, such as <c>us-east-1a</c>.</summary>
    public required string AvailabilityZone { get; init; }

    /// <summary>The zone's id, such as <c>use1-az1</c>.</summary>
    public required string AvailabilityZoneId { get; init; }

    /// <summary>The address of its network interface.</summary>
    public required IPAddress PrivateAddress { get; init; }

    /// <summary>Its name within the network.</summary>
    public required string PrivateDnsName { get; init; }

    /// <summary>The address of the interface.</summary>
    public required string MacAddress { get; init; }

    /// <summary>The interface's id (<c>eni-…</c>).</summary>
    public required string NetworkInterfaceId { get; init; }

    /// <summary>The subnet's id and block of addresses.</summary>
    public required (string Id, string Cidr) Subnet { get; init; }

    /// <summary>The network's id and block of addresses.</summary>
    public required (string Id, string Cidr) Vpc { get; init; }

    /// <summary>Names and ids of its security groups.</summary>
    public required IReadOnlyList<(string Name, string Id)> SecurityGroups { get; init; }

    /// <summary>Name of the key pair it was launched with, if any.</summary>
    public string? KeyName { get; init; }

    /// <summary>What was given as user data, decoded; empty for none.</summary>
    public ReadOnlyMemory<byte> UserData { get; init; }

    /// <summary>Its tags.</summary>
    public required TagSet Tags { get; init; }

    /// <summary>How the metadata service is to answer it.</summary>
    public required MetadataOptions Metadata { get; init; }

    /// <summary>The instance profile; null where it has none.</summary>
    public InstanceProfileFacts? Profile { get; init; }
}
