using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists the zones of the call's region.</summary>
internal sealed class DescribeAvailabilityZones : ReadOperation<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResponse>
{
    private static readonly FilterTable<AvailabilityZoneShape> Filters = new FilterTable<AvailabilityZoneShape>()
        .Add("group-name", static zone => zone.GroupName)
        .Add("opt-in-status", static zone => zone.OptInStatus)
        .Add("region-name", static zone => zone.RegionName)
        .Add("state", static zone => zone.State)
        .Add("zone-id", static zone => zone.ZoneId)
        .Add("zone-name", static zone => zone.ZoneName)
        .Add("zone-type", static zone => zone.ZoneType);

    protected override void Authorize(
        DescribeAvailabilityZonesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeAvailabilityZones", call);

    protected override DescribeAvailabilityZonesResponse Run(
        DescribeAvailabilityZonesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var zones = Regions.ZonesOf(call);
        if (request.ZoneNames?.FirstOrDefault(name => !zones.Any(zone => zone.Name == name)) is { } name)
        {
            throw AwsError.InvalidParameterValue($"Invalid availability zone: [{name}]");
        }

        if (request.ZoneIds?.FirstOrDefault(id => !zones.Any(zone => zone.Id == id)) is { } id)
        {
            throw AwsError.InvalidParameterValue($"Invalid availability zone-id: [{id}]");
        }

        var shapes = zones
            .Where(zone => request.ZoneNames?.Contains(zone.Name) != false && request.ZoneIds?.Contains(zone.Id) != false)
            .Select(zone => new AvailabilityZoneShape
            {
                ZoneName = zone.Name,
                ZoneId = zone.Id,
                ZoneType = "availability-zone",
                RegionName = call.Region,
                GroupName = $"{call.Region}-zg-1",
                NetworkBorderGroup = call.Region,
                OptInStatus = "opt-in-not-required",
                State = "available",
                Messages = [],
            });
        return new DescribeAvailabilityZonesResponse { AvailabilityZones = [.. Filters.Apply(shapes, request.Filters)] };
    }
}
