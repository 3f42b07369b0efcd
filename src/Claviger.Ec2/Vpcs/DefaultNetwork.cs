using System.Net;
using System.Security.Cryptography;
using System.Text;
using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The default network that every account has in every region: one VPC, a subnet in each zone, one security group.</summary>
/// <remarks>Nothing of it is stored: ids follow from account and region, addresses are AWS's own for default networks.</remarks>
internal sealed class DefaultNetwork
{
    public const string VpcCidr = "172.31.0.0/16";
    public const string GroupName = "default";
    public const string GroupDescription = "default VPC security group";

    // AWS: of a subnet's addresses the first four and the last are its own.
    private const int Reserved = 4;
    private const int SubnetSize = 4096;

    private readonly AccountId _account;
    private readonly string _region;

    private DefaultNetwork(AccountId account, string region, IReadOnlyList<Zone> zones)
    {
        _account = account;
        _region = region;
        Subnets = [.. zones.Select(zone => new DefaultSubnet(Id("subnet", zone.Name), $"172.31.{zone.Index * 16}.0/20", zone))];
        VpcId = Id("vpc", "");
        GroupId = Id("sg", "");
        DhcpOptionsId = Id("dopt", "");
    }

    public string VpcId { get; }

    public string GroupId { get; }

    public string DhcpOptionsId { get; }

    public IReadOnlyList<DefaultSubnet> Subnets { get; }

    public string VpcArn => $"arn:aws:ec2:{_region}:{_account}:vpc/{VpcId}";

    /// <summary>How many addresses a subnet has for instances and interfaces.</summary>
    public static int UsableAddresses => SubnetSize - Reserved - 1;

    /// <summary>The network of the caller's account in the region of the call.</summary>
    public static DefaultNetwork Of(CallContext call) => new(call.Caller.Account, call.Region, Regions.ZonesOf(call));

    /// <summary>The network of an account in a region that there is.</summary>
    public static DefaultNetwork Of(AccountId account, string region) =>
        new(account, region, Regions.ZonesOf(new CallContext { RequestId = "", Time = default, Region = region }));

    public string SubnetArn(DefaultSubnet subnet) => $"arn:aws:ec2:{_region}:{_account}:subnet/{subnet.Id}";

    /// <summary>The subnet of an id; that of the first zone where none is given.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public DefaultSubnet Subnet(string? id) => id is null
        ? Subnets[0]
        : Subnets.FirstOrDefault(subnet => subnet.Id == id)
            ?? throw new AwsError("InvalidSubnetID.NotFound", 400, $"The subnet ID '{id}' does not exist");

    /// <summary>An address of a subnet that no instance has.</summary>
    /// <exception cref="AwsError">There is none left.</exception>
    public string FreeAddress(DefaultSubnet subnet, ReadTransaction state)
    {
        var first = RandomNumberGenerator.GetInt32(UsableAddresses);
        for (var i = 0; i < UsableAddresses; i++)
        {
            var address = Address(subnet, Reserved + ((first + i) % UsableAddresses));
            if (!Instances.HasAddress(state, _account, _region, address))
            {
                return address;
            }
        }

        throw new AwsError("InsufficientFreeAddressesInSubnet", 400, "There are not enough free addresses in the subnet to satisfy the request.");
    }

    /// <summary>An address that a request asks for.</summary>
    /// <exception cref="AwsError">It isn't one of the subnet's, or an instance has it.</exception>
    public string DemandAddress(DefaultSubnet subnet, string wanted, ReadTransaction state)
    {
        if (!IPAddress.TryParse(wanted, out var address) || !IPNetwork.Parse(subnet.Cidr).Contains(address) || address.ToString() != wanted)
        {
            throw AwsError.InvalidParameterValue("Address does not fall within the subnet's address range");
        }

        return Instances.HasAddress(state, _account, _region, wanted)
            ? throw new AwsError("InvalidIPAddress.InUse", 400, $"Address {wanted} is in use.")
            : wanted;
    }

    private static string Address(DefaultSubnet subnet, int host)
    {
        var third = (subnet.Zone.Index * 16) + (host >> 8);
        return $"172.31.{third}.{host & 255}";
    }

    private string Id(string prefix, string what)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{_account}/{_region}/{prefix}/{what}"));
        return $"{prefix}-0{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
