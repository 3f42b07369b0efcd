namespace Claviger.Ec2;

/// <summary>An instance can't be started. The message is one sentence with reason and remedy, for the instance's <c>stateReason</c>; it holds nothing secret.</summary>
public sealed class InstanceStartException(string message, Exception? cause = null) : Exception(message, cause);
