using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists where each type of instance is offered: all of them, everywhere.</summary>
internal sealed class DescribeInstanceTypeOfferings : ReadOperation<DescribeInstanceTypeOfferingsRequest, DescribeInstanceTypeOfferingsResponse>
{
    private static readonly FilterTable<InstanceTypeOfferingShape> Filters = new FilterTable<InstanceTypeOfferingShape>()
        .Add("instance-type", static offering => offering.InstanceType)
        .Add("location", static offering => offering.Location);

    protected override void Authorize(
        DescribeInstanceTypeOfferingsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeInstanceTypeOfferings", call);

    protected override DescribeInstanceTypeOfferingsResponse Run(
        DescribeInstanceTypeOfferingsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var locationType = request.LocationType ?? "region";
        string[] locations = locationType switch
        {
            "availability-zone" => [.. Regions.ZonesOf(call).Select(static zone => zone.Name)],
            "availability-zone-id" => [.. Regions.ZonesOf(call).Select(static zone => zone.Id)],
            "outpost" => [],
            _ => [call.Region],
        };
        var offerings = InstanceTypes.All.SelectMany(
            _ => locations,
            (type, location) => new InstanceTypeOfferingShape { InstanceType = type.Name, LocationType = locationType, Location = location });
        return new DescribeInstanceTypeOfferingsResponse
        {
            InstanceTypeOfferings = page.CutWhole(Filters.Apply(offerings, request.Filters), KeyOf, out var nextToken),
            NextToken = nextToken,
        };
    }

    private static string KeyOf(InstanceTypeOfferingShape offering) => $"{offering.InstanceType} {offering.Location}";
}
