namespace Claviger.Ec2;

/// <summary>How an instance boots.</summary>
internal sealed record BootPlan
{
    /// <summary>The host name.</summary>
    public required string HostName { get; init; }

    /// <summary>The address of the instance in its subnet.</summary>
    public required string PrivateAddress { get; init; }

    /// <summary>The address of the instance's interface, such as <c>0a:ff:de:ad:be:ef</c>.</summary>
    public required string MacAddress { get; init; }

    /// <summary>The most processes and threads.</summary>
    public required int Processes { get; init; }

    /// <summary>The memory that its processes may hold together, and each for itself, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Whether the host holds all of its processes together to that, so that the keeper need not.</summary>
    public bool IsHeldToMemory { get; init; }

    /// <summary>The size of its volume, in bytes: the most that its files may hold together, and the longest of them.</summary>
    public required long DiskBytes { get; init; }

    /// <summary>The script of the first boot, in base64; null at every later one, and where there is none.</summary>
    public string? UserData { get; init; }

    /// <summary>What a virtual machine has; null where the instance's programs run on this kernel.</summary>
    public MachinePlan? Machine { get; init; }

    /// <summary>Whether the instance ends when the server that started it does.</summary>
    public bool EndsWithServer { get; init; }
}
