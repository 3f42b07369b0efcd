namespace Claviger.Ec2;

/// <summary>Which instance a connection came in from, by the listening socket that accepted it; a feature of the connection's requests.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Port">What it reached for.</param>
public sealed record InstanceConnection(string InstanceId, InstancePort Port);
