using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Reboots instances; they stay <c>running</c> meanwhile.</summary>
internal sealed class RebootInstances : WriteOperation<RebootInstancesRequest, RebootInstancesResponse>
{
    protected override void Refine(RebootInstancesRequest request, CallContext call) => ResourceId.DemandInstances(request.InstanceIds);

    protected override void Authorize(RebootInstancesRequest request, Targets targets, CallContext call, ReadTransaction state)
    {
        foreach (var id in request.InstanceIds)
        {
            targets.AddInstance("ec2:RebootInstances", call, id, state);
        }
    }

    protected override RebootInstancesResponse Commit(RebootInstancesRequest request, CallContext call, WriteTransaction state)
    {
        foreach (var instance in state.DemandInstances(call, request.InstanceIds))
        {
            if (InstanceStates.Of(instance) != InstanceStateName.Running)
            {
                throw Ec2Error.IncorrectInstanceState($"The instance '{instance.Id}' is not in the 'running' state.");
            }

            Instances.Update(state, instance with { Details = instance.Details with { RebootDue = true } });
        }

        DryRuns.End(request.DryRun);
        return RebootInstancesResponse.Empty;
    }
}
