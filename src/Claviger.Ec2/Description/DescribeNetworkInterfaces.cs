using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists network interfaces: each instance has one, for as long as it isn't terminated.</summary>
internal sealed class DescribeNetworkInterfaces : ReadOperation<DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResponse>
{
    private static readonly FilterTable<NetworkInterfaceShape> Filters = new FilterTable<NetworkInterfaceShape>()
        .Add("addresses.private-ip-address", static it => it.PrivateIpAddress)
        .Add("attachment.attachment-id", static it => it.Attachment!.AttachmentId)
        .Add("attachment.device-index", static _ => "0")
        .Add("attachment.instance-id", static it => it.Attachment!.InstanceId)
        .Add("attachment.instance-owner-id", static it => it.OwnerId)
        .Add("attachment.status", static _ => "attached")
        .Add("availability-zone", static it => it.AvailabilityZone)
        .Add("description", static it => it.Description)
        .AddMany("group-id", static it => it.Groups!.Select(static group => group.GroupId))
        .AddMany("group-name", static it => it.Groups!.Select(static group => group.GroupName))
        .Add("interface-type", static it => it.InterfaceType)
        .Add("mac-address", static it => it.MacAddress)
        .Add("network-interface-id", static it => it.NetworkInterfaceId)
        .Add("owner-id", static it => it.OwnerId)
        .Add("private-dns-name", static it => it.PrivateDnsName)
        .Add("private-ip-address", static it => it.PrivateIpAddress)
        .Add("requester-managed", static _ => false)
        .Add("source-dest-check", static it => it.SourceDestCheck == true)
        .Add("status", static it => it.Status)
        .Add("subnet-id", static it => it.SubnetId)
        .Add("vpc-id", static it => it.VpcId)
        .AddTags(static it => TagRules.Set(it.TagSet));

    protected override void Authorize(
        DescribeNetworkInterfacesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeNetworkInterfaces", call);

    protected override DescribeNetworkInterfacesResponse Run(
        DescribeNetworkInterfacesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var interfaces = InstanceView.All(call, state)
            .Where(static view => view.IsWhole)
            .Select(NetworkInterfaceShapes.Of)
            .ToDictionary(static it => it.NetworkInterfaceId!);
        if (request.NetworkInterfaceIds?.FirstOrDefault(id => !interfaces.ContainsKey(id)) is { } unknown)
        {
            throw new AwsError("InvalidNetworkInterfaceID.NotFound", 400, $"The networkInterface ID '{unknown}' does not exist");
        }

        var wanted = interfaces.Values.Where(it => request.NetworkInterfaceIds is null or [] || request.NetworkInterfaceIds.Contains(it.NetworkInterfaceId!));
        var shown = Filters.Apply(wanted, request.Filters).OrderBy(static it => it.NetworkInterfaceId, StringComparer.Ordinal);
        return new DescribeNetworkInterfacesResponse
        {
            NetworkInterfaces = page.CutWhole(shown, static it => it.NetworkInterfaceId!, out var nextToken),
            NextToken = nextToken,
        };
    }
}
