namespace Claviger.Ec2;

/// <summary>What a virtual machine has that programs on this kernel have no use for.</summary>
/// <param name="VirtualCpus">Processors.</param>
internal sealed record MachinePlan(int VirtualCpus)
{
    /// <summary>What QEMU takes of the host's memory beside the machine's own, in bytes.</summary>
    public const long Overhead = 512L * 1024 * 1024;

    /// <summary>The same plan with what QEMU takes beside its machine: of memory, and of the file that holds the disk.</summary>
    public static BootPlan WithOverhead(BootPlan plan) => plan with { MemoryBytes = plan.MemoryBytes + Overhead, DiskBytes = plan.DiskBytes + (plan.DiskBytes / 8) };
}
