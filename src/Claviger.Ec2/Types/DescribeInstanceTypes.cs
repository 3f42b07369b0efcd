using System.Globalization;
using Claviger.Aws;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Lists the types of instances.</summary>
internal sealed class DescribeInstanceTypes : ReadOperation<DescribeInstanceTypesRequest, DescribeInstanceTypesResponse>
{
    private static readonly FilterTable<InstanceTypeInfoShape> Filters = new FilterTable<InstanceTypeInfoShape>()
        .Add("bare-metal", static _ => false)
        .Add("burstable-performance-supported", static type => type.BurstablePerformanceSupported == true)
        .Add("current-generation", static type => type.CurrentGeneration == true)
        .Add("free-tier-eligible", static type => type.FreeTierEligible == true)
        .Add("hypervisor", static type => type.Hypervisor)
        .Add("instance-storage-supported", static _ => false)
        .Add("instance-type", static type => type.InstanceType)
        .Add("memory-info.size-in-mib", static type => type.MemoryInfo!.SizeInMiB?.ToString(CultureInfo.InvariantCulture))
        .AddMany("processor-info.supported-architecture", static type => type.ProcessorInfo!.SupportedArchitectures!)
        .AddMany("supported-root-device-type", static type => type.SupportedRootDeviceTypes!)
        .AddMany("supported-usage-class", static type => type.SupportedUsageClasses!)
        .AddMany("supported-virtualization-type", static type => type.SupportedVirtualizationTypes!)
        .Add("vcpu-info.default-vcpus", static type => type.VCpuInfo!.DefaultVCpus?.ToString(CultureInfo.InvariantCulture));

    protected override void Authorize(DescribeInstanceTypesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        targets.AddRegional("ec2:DescribeInstanceTypes", call);

    protected override DescribeInstanceTypesResponse Run(DescribeInstanceTypesRequest request, CallContext call, ReadTransaction state)
    {
        DryRuns.End(request.DryRun);
        if (request.InstanceTypes?.Where(static name => !InstanceTypes.TryFind(name, out _)).ToArray() is { Length: > 0 } unknown)
        {
            throw new AwsError(
                "InvalidInstanceType", 400, $"The following supplied instance types do not exist: [{string.Join(", ", unknown)}]");
        }

        var page = Ec2Page.Of(call, request.NextToken, request.MaxResults);
        var types = InstanceTypes.All
            .Where(type => request.InstanceTypes is null or [] || request.InstanceTypes.Contains(type.Name))
            .Select(InstanceTypeShapes.Of);
        return new DescribeInstanceTypesResponse
        {
            InstanceTypes = page.CutWhole(Filters.Apply(types, request.Filters), static type => type.InstanceType!, out var nextToken),
            NextToken = nextToken,
        };
    }
}
