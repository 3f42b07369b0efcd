namespace Claviger.Ec2;

/// <summary>What has become of an instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Name">The state that it has reached.</param>
/// <param name="Reason">For people: why, where nobody has asked for it.</param>
public sealed record InstanceState(string InstanceId, InstanceStateName Name, string? Reason = null);
