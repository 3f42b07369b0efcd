using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Stops instances; their disks are kept.</summary>
internal sealed class StopInstances : WriteOperation<StopInstancesRequest, StopInstancesResponse>
{
    protected override void Refine(StopInstancesRequest request, CallContext call)
    {
        ResourceId.DemandInstances(request.InstanceIds);
        if (request.Hibernate == true)
        {
            throw new Aws.AwsError("UnsupportedHibernationConfiguration", 400, "The instances of this server have no hibernation.");
        }
    }

    protected override void Authorize(StopInstancesRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        foreach (var id in request.InstanceIds)
        {
            targets.AddInstance("ec2:StopInstances", call, id, state);
        }
    }

    protected override StopInstancesResponse Commit(StopInstancesRequest request, CallContext call, WriteTransaction state)
    {
        var isForced = request.Force == true || request.SkipOsShutdown == true;
        var changes = state.DemandInstances(call, request.InstanceIds)
            .Select(instance => InstanceChange.Apply(state, instance, Stop(instance, isForced, call)))
            .ToArray();
        DryRuns.End(request.DryRun);
        return new StopInstancesResponse { StoppingInstances = changes };
    }

    private static InstanceRecord Stop(InstanceRecord instance, bool isForced, CallContext call)
    {
        if (instance.Details.DisableApiStop)
        {
            throw Ec2Error.OperationNotPermitted(
                $"The instance '{instance.Id}' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.");
        }

        switch (InstanceStates.Of(instance))
        {
            case InstanceStateName.Stopped:
            case InstanceStateName.Stopping when !isForced || instance.Details.StopsByForce:
                return instance;
            case InstanceStateName.Running:
            case InstanceStateName.Stopping:
                var stopping = InstanceStates.AskedFor(instance, InstanceStateName.Stopping, call.Time);
                return stopping with { Details = stopping.Details with { StopsByForce = isForced } };
            case InstanceStateName.Pending:
            case InstanceStateName.ShuttingDown:
            case InstanceStateName.Terminated:
            default:
                throw Ec2Error.IncorrectInstanceState($"This instance '{instance.Id}' is not in a state from which it can be stopped.");
        }
    }
}
