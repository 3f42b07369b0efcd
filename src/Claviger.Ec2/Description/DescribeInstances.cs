using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists instances, by their reservations.</summary>
internal sealed class DescribeInstances : ReadOperation<DescribeInstancesRequest, DescribeInstancesResponse>
{
    protected override void Refine(DescribeInstancesRequest request, CallContext call)
    {
        ResourceId.DemandInstances(request.InstanceIds);
        if (request is { InstanceIds.Count: > 0, MaxResults: not null })
        {
            throw AwsError.InvalidParameterCombination("The parameter instancesSet cannot be used with the parameter maxResults");
        }
    }

    protected override void Authorize(DescribeInstancesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeInstances", call);

    protected override DescribeInstancesResponse Run(DescribeInstancesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var instances = request.InstanceIds is { Count: > 0 } ids
            ? InstanceView.Of(state.DemandInstances(call, ids), call, state)
            : InstanceView.All(call, state);
        var shown = InstanceFilters.Table.Apply(instances, request.Filters).OrderBy(static view => view.Key, StringComparer.Ordinal);
        return new DescribeInstancesResponse
        {
            Reservations = InstanceShapes.Reservations(page.CutWhole(shown, static view => view.Key, out var nextToken)),
            NextToken = nextToken,
        };
    }
}
