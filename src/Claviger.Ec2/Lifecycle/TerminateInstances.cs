using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Ends instances for good. They are shown for an hour more.</summary>
internal sealed class TerminateInstances : WriteOperation<TerminateInstancesRequest, TerminateInstancesResponse>
{
    protected override void Refine(TerminateInstancesRequest request, CallContext call) => ResourceId.DemandInstances(request.InstanceIds);

    protected override void Authorize(TerminateInstancesRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        foreach (var id in request.InstanceIds)
        {
            targets.AddInstance("ec2:TerminateInstances", call, id, state);
        }
    }

    protected override TerminateInstancesResponse Commit(TerminateInstancesRequest request, CallContext call, WriteTransaction state)
    {
        var changes = state.DemandInstances(call, request.InstanceIds)
            .Select(instance => InstanceChange.Apply(state, instance, Terminate(instance, call)))
            .ToArray();
        DryRuns.End(request.DryRun);
        return new TerminateInstancesResponse { TerminatingInstances = changes };
    }

    private static InstanceRecord Terminate(InstanceRecord instance, CallContext call)
    {
        if (InstanceStates.IsEnding(instance))
        {
            return instance;
        }

        return instance.Details.DisableApiTermination
            ? throw Ec2Error.OperationNotPermitted(
                $"The instance '{instance.Id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.")
            : InstanceStates.AskedFor(instance, InstanceStateName.ShuttingDown, call.Time);
    }
}
