using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Shows what credits instances of the t families have.</summary>
internal sealed class DescribeInstanceCreditSpecifications
    : ReadOperation<DescribeInstanceCreditSpecificationsRequest, DescribeInstanceCreditSpecificationsResponse>
{
    private static readonly FilterTable<InstanceView> Filters = new FilterTable<InstanceView>().Add("instance-id", static view => view.Record.Id);

    protected override void Refine(DescribeInstanceCreditSpecificationsRequest request, CallContext call) =>
        ResourceId.DemandInstances(request.InstanceIds);

    protected override void Authorize(
        DescribeInstanceCreditSpecificationsRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeInstanceCreditSpecifications", call);

    protected override DescribeInstanceCreditSpecificationsResponse Run(
        DescribeInstanceCreditSpecificationsRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        // AWS: without ids, only those are listed whose credits are not the family's own.
        var instances = request.InstanceIds is { Count: > 0 } ids
            ? InstanceView.Of(state.DemandInstances(call, ids), call, state)
            : InstanceView.All(call, state).Where(static view => view.Details.CpuCredits == "unlimited");
        var shown = Filters.Apply(instances, request.Filters)
            .Where(static view => view.Details.CpuCredits is not null)
            .OrderBy(static view => view.Key, StringComparer.Ordinal);
        return new DescribeInstanceCreditSpecificationsResponse
        {
            InstanceCreditSpecifications =
            [
                .. page.CutWhole(shown, static view => view.Key, out var nextToken)
                    .Select(static view => new InstanceCreditSpecificationShape { InstanceId = view.Record.Id, CpuCredits = view.Details.CpuCredits }),
            ],
            NextToken = nextToken,
        };
    }
}
