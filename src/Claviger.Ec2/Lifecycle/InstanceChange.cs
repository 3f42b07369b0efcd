using Claviger.Aws.Shapes.Ec2;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>The changes of state that calls bring about, as their answers list them.</summary>
internal static class InstanceChange
{
    public static InstanceStateChangeShape Of(InstanceRecord before, InstanceRecord after) => new()
    {
        InstanceId = before.Id,
        PreviousState = InstanceStates.Shape(InstanceStates.Of(before)),
        CurrentState = InstanceStates.Shape(InstanceStates.Of(after)),
    };

    /// <summary>Writes an instance where it has changed, and tells of it either way.</summary>
    public static InstanceStateChangeShape Apply(WriteTransaction state, InstanceRecord before, InstanceRecord after)
    {
        if (!ReferenceEquals(before, after))
        {
            Instances.Update(state, after);
        }

        return Of(before, after);
    }
}
