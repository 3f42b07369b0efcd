namespace Claviger.Ec2;

/// <summary>The states of an instance; the numbers are the codes that AWS gives them.</summary>
public enum InstanceStateName
{
    /// <summary>Launched or started, and not up yet.</summary>
    Pending = 0,

    /// <summary>Up.</summary>
    Running = 16,

    /// <summary>On the way to its end.</summary>
    ShuttingDown = 32,

    /// <summary>Gone for good.</summary>
    Terminated = 48,

    /// <summary>On the way to its stop.</summary>
    Stopping = 64,

    /// <summary>Not running; can be started again.</summary>
    Stopped = 80,
}
