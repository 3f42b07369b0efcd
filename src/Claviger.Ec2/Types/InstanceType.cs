namespace Claviger.Ec2;

/// <summary>A type of instance: how much of a host it gets, as AWS sizes it.</summary>
/// <param name="Name">Its name, <c>t3.micro</c>.</param>
/// <param name="VirtualCpus">Processors.</param>
/// <param name="MemoryMiB">Memory.</param>
/// <param name="Architecture"><c>x86_64</c> or <c>arm64</c>.</param>
/// <param name="ThreadsPerCore">Processors of a core.</param>
internal sealed record InstanceType(string Name, int VirtualCpus, int MemoryMiB, string Architecture, int ThreadsPerCore)
{
    private const int ProcessesPerGiB = 512;
    private const int FewestProcesses = 256;

    /// <summary>Whether it earns credits for bursts (the t families).</summary>
    public bool IsBurstable => Name[0] == 't';

    /// <summary>Whether it is of a generation that AWS still counts as current.</summary>
    public bool IsCurrent => !Name.StartsWith("m1.", StringComparison.Ordinal);

    /// <summary>Whether it has AWS's own hypervisor rather than Xen.</summary>
    public bool IsNitro => IsCurrent && !Name.StartsWith("t2.", StringComparison.Ordinal);

    /// <summary>What credits it has unless others are asked for; null where there are none.</summary>
    public string? DefaultCredits => !IsBurstable ? null : IsNitro ? "unlimited" : "standard";

    /// <summary>What an instance with a disk of a size may use of its host.</summary>
    public InstanceLimits Limits(int diskGiB) => new(
        VirtualCpus,
        MemoryMiB * 1024L * 1024,
        Math.Max(FewestProcesses, MemoryMiB / 1024 * ProcessesPerGiB),
        diskGiB * 1024L * 1024 * 1024);
}
