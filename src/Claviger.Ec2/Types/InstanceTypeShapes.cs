using Claviger.Aws.Shapes.Ec2;

namespace Claviger.Ec2;

/// <summary>A type of instance as DescribeInstanceTypes shows it.</summary>
internal static class InstanceTypeShapes
{
    public static InstanceTypeInfoShape Of(InstanceType type) => new()
    {
        InstanceType = type.Name,
        CurrentGeneration = type.IsCurrent,
        FreeTierEligible = type.Name is "t2.micro" or "t3.micro",
        SupportedUsageClasses = ["on-demand"],
        SupportedRootDeviceTypes = ["ebs"],
        SupportedVirtualizationTypes = ["hvm"],
        BareMetal = false,
        Hypervisor = type.IsNitro ? "nitro" : "xen",
        ProcessorInfo = new ProcessorInfoShape
        {
            SupportedArchitectures = [type.Architecture],
            Manufacturer = type.Architecture == "arm64" ? "AWS" : "Intel",
        },
        VCpuInfo = Processors(type),
        MemoryInfo = new MemoryInfoShape { SizeInMiB = type.MemoryMiB },
        InstanceStorageSupported = false,
        EbsInfo = new EbsInfoShape
        {
            EbsOptimizedSupport = type.IsNitro ? "default" : "unsupported",
            EncryptionSupport = "unsupported",
            NvmeSupport = type.IsNitro ? "required" : "unsupported",
        },
        NetworkInfo = Network(type),
        PlacementGroupInfo = new PlacementGroupInfoShape { SupportedStrategies = [] },
        HibernationSupported = false,
        BurstablePerformanceSupported = type.IsBurstable,
        DedicatedHostsSupported = false,
        AutoRecoverySupported = false,
        SupportedBootModes = ["legacy-bios"],
        NitroEnclavesSupport = "unsupported",
        NitroTpmSupport = "unsupported",
        PhcSupport = "unsupported",
    };

    private static VCpuInfoShape Processors(InstanceType type) => new()
    {
        DefaultVCpus = type.VirtualCpus,
        DefaultCores = type.VirtualCpus / type.ThreadsPerCore,
        DefaultThreadsPerCore = type.ThreadsPerCore,
        ValidCores = [type.VirtualCpus / type.ThreadsPerCore],
        ValidThreadsPerCore = [type.ThreadsPerCore],
    };

    private static NetworkInfoShape Network(InstanceType type) => new()
    {
        NetworkPerformance = "Low to Moderate",
        MaximumNetworkInterfaces = 1,
        MaximumNetworkCards = 1,
        DefaultNetworkCardIndex = 0,
        Ipv4AddressesPerInterface = 1,
        Ipv6AddressesPerInterface = 0,
        Ipv6Supported = false,
        EnaSupport = type.IsNitro ? "required" : "unsupported",
        EfaSupported = false,
        EncryptionInTransitSupported = false,
        EnaSrdSupported = false,
    };
}
