using System.Globalization;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists the subnets of the default network, one in each zone.</summary>
internal sealed class DescribeSubnets : ReadOperation<DescribeSubnetsRequest, DescribeSubnetsResponse>
{
    private static readonly FilterTable<SubnetShape> Filters = new FilterTable<SubnetShape>()
        .Add("availability-zone", static subnet => subnet.AvailabilityZone)
        .Add("availabilityZone", static subnet => subnet.AvailabilityZone)
        .Add("availability-zone-id", static subnet => subnet.AvailabilityZoneId)
        .Add("availabilityZoneId", static subnet => subnet.AvailabilityZoneId)
        .Add("available-ip-address-count", static subnet => subnet.AvailableIpAddressCount?.ToString(CultureInfo.InvariantCulture))
        .Add("cidr", static subnet => subnet.CidrBlock)
        .Add("cidrBlock", static subnet => subnet.CidrBlock)
        .Add("cidr-block", static subnet => subnet.CidrBlock)
        .Add("default-for-az", static subnet => subnet.DefaultForAz == true)
        .Add("defaultForAz", static subnet => subnet.DefaultForAz == true)
        .Add("map-public-ip-on-launch", static subnet => subnet.MapPublicIpOnLaunch == true)
        .Add("owner-id", static subnet => subnet.OwnerId)
        .Add("state", static subnet => subnet.State)
        .Add("subnet-arn", static subnet => subnet.SubnetArn)
        .Add("subnet-id", static subnet => subnet.SubnetId)
        .Add("vpc-id", static subnet => subnet.VpcId)
        .AddTags(static subnet => TagRules.Set(subnet.Tags));

    protected override void Authorize(DescribeSubnetsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeSubnets", call);

    protected override DescribeSubnetsResponse Run(DescribeSubnetsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var network = DefaultNetwork.Of(call);
        foreach (var id in request.SubnetIds ?? [])
        {
            network.Subnet(id);
        }

        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var used = Instances.Of(state, call.Caller.Account, call.Region)
            .Where(static instance => instance.PrivateAddress is not null)
            .CountBy(static instance => instance.Details.SubnetId)
            .ToDictionary();
        var subnets = network.Subnets
            .Where(subnet => request.SubnetIds?.Contains(subnet.Id) != false)
            .Select(subnet => Shape(network, subnet, used.GetValueOrDefault(subnet.Id), call, state));
        var shown = Filters.Apply(subnets, request.Filters).OrderBy(static subnet => subnet.SubnetId, StringComparer.Ordinal);
        return new DescribeSubnetsResponse
        {
            Subnets = page.CutWhole(shown, static subnet => subnet.SubnetId!, out var nextToken),
            NextToken = nextToken,
        };
    }

    private static SubnetShape Shape(DefaultNetwork network, DefaultSubnet subnet, int used, CallContext call, ReadTransaction state) => new()
    {
        SubnetId = subnet.Id,
        SubnetArn = network.SubnetArn(subnet),
        VpcId = network.VpcId,
        OwnerId = call.Caller.Account.ToString(),
        CidrBlock = subnet.Cidr,
        AvailabilityZone = subnet.Zone.Name,
        AvailabilityZoneId = subnet.Zone.Id,
        AvailableIpAddressCount = DefaultNetwork.UsableAddresses - used,
        DefaultForAz = true,
        // AWS: a default subnet gives public addresses; there are none here.
        MapPublicIpOnLaunch = false,
        MapCustomerOwnedIpOnLaunch = false,
        AssignIpv6AddressOnCreation = false,
        EnableDns64 = false,
        Ipv6Native = false,
        Ipv6CidrBlockAssociationSet = [],
        PrivateDnsNameOptionsOnLaunch = new PrivateDnsNameOptionsOnLaunchShape
        {
            HostnameType = "ip-name",
            EnableResourceNameDnsARecord = false,
            EnableResourceNameDnsAAAARecord = false,
        },
        State = "available",
        Tags = TagRules.Shapes(ResourceTags.Of(state, call, subnet.Id)),
    };
}
