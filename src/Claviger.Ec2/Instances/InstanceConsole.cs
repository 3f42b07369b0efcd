namespace Claviger.Ec2;

/// <summary>What an instance has written to its console.</summary>
/// <param name="Output">The last bytes of it, as they came.</param>
/// <param name="At">When the last of them came.</param>
public sealed record InstanceConsole(ReadOnlyMemory<byte> Output, DateTimeOffset At);
