using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists the regions.</summary>
internal sealed class DescribeRegions : ReadOperation<DescribeRegionsRequest, DescribeRegionsResponse>
{
    private static readonly FilterTable<RegionShape> Filters = new FilterTable<RegionShape>()
        .Add("endpoint", static region => region.Endpoint)
        .Add("opt-in-status", static region => region.OptInStatus)
        .Add("region-name", static region => region.RegionName);

    protected override void Authorize(DescribeRegionsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeRegions", call);

    protected override DescribeRegionsResponse Run(DescribeRegionsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        if (request.RegionNames?.FirstOrDefault(static name => !Regions.All.Any(region => region.Name == name)) is { } unknown)
        {
            throw AwsError.InvalidParameterValue($"Invalid region names: [{unknown}]");
        }

        var regions = Regions.All
            .Where(region => request.RegionNames?.Contains(region.Name) ?? (request.AllRegions == true || Regions.IsEnabled(region.OptIn)))
            .Select(static region => new RegionShape
            {
                RegionName = region.Name,
                Endpoint = $"ec2.{region.Name}.amazonaws.com",
                OptInStatus = region.OptIn,
            });
        return new DescribeRegionsResponse { Regions = [.. Filters.Apply(regions, request.Filters)] };
    }
}
