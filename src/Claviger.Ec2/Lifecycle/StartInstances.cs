using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Starts instances that were stopped.</summary>
internal sealed class StartInstances(InstanceHosting hosting) : WriteOperation<StartInstancesRequest, StartInstancesResponse>
{
    protected override void Refine(StartInstancesRequest request, CallContext call) => ResourceId.DemandInstances(request.InstanceIds);

    protected override void Authorize(StartInstancesRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        foreach (var id in request.InstanceIds)
        {
            targets.AddInstance("ec2:StartInstances", call, id, state);
        }
    }

    protected override StartInstancesResponse Commit(StartInstancesRequest request, CallContext call, WriteTransaction state)
    {
        var instances = state.DemandInstances(call, request.InstanceIds);
        if (!hosting.TryGetDriver(out _, out var obstacle))
        {
            throw Ec2Error.Unsupported(obstacle);
        }

        var changes = instances.Select(instance => InstanceChange.Apply(state, instance, Start(instance, call))).ToArray();
        DryRuns.End(request.DryRun);
        return new StartInstancesResponse { StartingInstances = changes };
    }

    private static InstanceRecord Start(InstanceRecord instance, CallContext call) => InstanceStates.Of(instance) switch
    {
        InstanceStateName.Pending or InstanceStateName.Running => instance,
        InstanceStateName.Stopped => instance with
        {
            State = (int)InstanceStateName.Pending,
            Launched = call.Time,
            Details = instance.Details with { StateReasonCode = null, StateReason = null, TransitionReason = null, StopsByForce = false },
        },
        InstanceStateName.ShuttingDown or InstanceStateName.Terminated or InstanceStateName.Stopping =>
            throw Ec2Error.IncorrectInstanceState($"The instance '{instance.Id}' is not in a state from which it can be started."),
    };
}
