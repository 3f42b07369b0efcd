using System.Globalization;
using Claviger.Aws.Shapes.Ec2;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The states of instances between records, answers and rules.</summary>
internal static class InstanceStates
{
    /// <summary>How long a terminated instance is still shown.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromHours(1);

    public static InstanceStateName Of(InstanceRecord instance) => (InstanceStateName)instance.State;

    /// <summary>The name that AWS gives to a state.</summary>
    public static string Word(InstanceStateName state) => state switch
    {
        InstanceStateName.Pending => "pending",
        InstanceStateName.Running => "running",
        InstanceStateName.ShuttingDown => "shutting-down",
        InstanceStateName.Terminated => "terminated",
        InstanceStateName.Stopping => "stopping",
        InstanceStateName.Stopped => "stopped",
    };

    public static InstanceStateShape Shape(InstanceStateName state) => new() { Code = (int)state, Name = Word(state) };

    /// <summary>Whether it is gone, or on the way to be.</summary>
    public static bool IsEnding(InstanceRecord instance) => Of(instance) is InstanceStateName.ShuttingDown or InstanceStateName.Terminated;

    /// <summary>Whether it is shown at a time: a terminated one is, for an hour.</summary>
    public static bool IsShown(InstanceRecord instance, DateTimeOffset now) => instance.Ended is not { } ended || now - ended < ShownFor;

    /// <summary>The instance as it is once a user has asked for a state.</summary>
    public static InstanceRecord AskedFor(InstanceRecord instance, InstanceStateName state, DateTimeOffset at) => instance with
    {
        State = (int)state,
        Details = instance.Details with
        {
            RebootDue = false,
            StateReasonCode = "Client.UserInitiatedShutdown",
            StateReason = "Client.UserInitiatedShutdown: User initiated shutdown",
            TransitionReason = $"User initiated ({At(at)})",
        },
    };

    /// <summary>The instance as it is once it has come to a state without being asked.</summary>
    public static InstanceRecord CameTo(InstanceRecord instance, InstanceStateName state, string code, string reason) => instance with
    {
        State = (int)state,
        Details = instance.Details with
        {
            RebootDue = false,
            StateReasonCode = code,
            StateReason = $"{code}: {reason}",
            TransitionReason = $"{code}: {reason}",
        },
    };

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
