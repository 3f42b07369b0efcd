using System.Globalization;
using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows how instances are; only those that run, unless all are asked for.</summary>
internal sealed class DescribeInstanceStatus : ReadOperation<DescribeInstanceStatusRequest, DescribeInstanceStatusResponse>
{
    private static readonly FilterTable<InstanceView> Filters = new FilterTable<InstanceView>()
        .Add("availability-zone", static view => view.Details.AvailabilityZone)
        .Add("availability-zone-id", static view => view.Subnet.Zone.Id)
        .Add("instance-state-code", static view => view.Record.State.ToString(CultureInfo.InvariantCulture))
        .Add("instance-state-name", static view => InstanceStates.Word(view.State))
        .Add("instance-status.reachability", Reachability)
        .Add("instance-status.status", Status)
        .Add("system-status.reachability", Reachability)
        .Add("system-status.status", Status);

    protected override void Refine(DescribeInstanceStatusRequest request, CallContext call)
    {
        ResourceId.DemandInstances(request.InstanceIds);
        if (request is { InstanceIds.Count: > 0, MaxResults: not null })
        {
            throw AwsError.InvalidParameterCombination("The parameter instancesSet cannot be used with the parameter maxResults");
        }
    }

    protected override void Authorize(DescribeInstanceStatusRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeInstanceStatus", call);

    protected override DescribeInstanceStatusResponse Run(DescribeInstanceStatusRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var instances = request.InstanceIds is { Count: > 0 } ids
            ? InstanceView.Of(state.DemandInstances(call, ids), call, state)
            : InstanceView.All(call, state);
        var shown = Filters.Apply(instances, request.Filters)
            .Where(view => request.IncludeAllInstances == true || view.State == InstanceStateName.Running)
            .OrderBy(static view => view.Key, StringComparer.Ordinal);
        return new DescribeInstanceStatusResponse
        {
            InstanceStatuses = [.. page.CutWhole(shown, static view => view.Key, out var nextToken).Select(Shape)],
            NextToken = nextToken,
        };
    }

    private static string Status(InstanceView view) => view.State switch
    {
        InstanceStateName.Running => "ok",
        InstanceStateName.Pending => "initializing",
        InstanceStateName.ShuttingDown or InstanceStateName.Terminated or InstanceStateName.Stopping or InstanceStateName.Stopped => "not-applicable",
    };

    private static string? Reachability(InstanceView view) => view.State switch
    {
        InstanceStateName.Running => "passed",
        InstanceStateName.Pending => "initializing",
        InstanceStateName.ShuttingDown or InstanceStateName.Terminated or InstanceStateName.Stopping or InstanceStateName.Stopped => null,
    };

    private static InstanceStatusShape Shape(InstanceView view) => new()
    {
        InstanceId = view.Record.Id,
        AvailabilityZone = view.Details.AvailabilityZone,
        AvailabilityZoneId = view.Subnet.Zone.Id,
        InstanceState = InstanceStates.Shape(view.State),
        InstanceStatus = Summary(view),
        SystemStatus = Summary(view),
    };

    private static InstanceStatusSummaryShape Summary(InstanceView view) => new()
    {
        Status = Status(view),
        Details = Reachability(view) is { } status ? [new InstanceStatusDetailsShape { Name = "reachability", Status = status }] : null,
    };
}
