namespace Claviger.Ec2;

/// <summary>What an instance may use of its host, by its type.</summary>
/// <param name="VirtualCpus">Processors' worth of time.</param>
/// <param name="MemoryBytes">Memory, in bytes.</param>
/// <param name="Processes">Processes and threads.</param>
/// <param name="DiskBytes">Size of its disk, in bytes.</param>
public sealed record InstanceLimits(int VirtualCpus, long MemoryBytes, int Processes, long DiskBytes);
