using Claviger.Aws.Shapes.Ec2;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Launches instances. They are <c>pending</c> when this answers, and <c>running</c> once their host says so.</summary>
internal sealed class RunInstances(InstanceHosting hosting, SecretBox box) : WriteOperation<RunInstancesRequest, RunInstancesResponse>
{
    protected override void Refine(RunInstancesRequest request, CallContext call) => LaunchRules.Refine(request);

    protected override void Authorize(RunInstancesRequest request, Targets targets, CallContext call, ReadTransaction state) =>
        LaunchTargets.Add(targets, new LaunchPlan(request, call, state), call, state);

    protected override RunInstancesResponse Commit(RunInstancesRequest request, CallContext call, WriteTransaction state)
    {
        if (request.ClientToken is { Length: > 0 } token
            && Instances.OfToken(state, call.Caller.Account, call.Region, token) is { Count: > 0 } earlier)
        {
            return earlier[0].Details.RequestHash == LaunchHash.Of(request) ? Answer(earlier, call, state) : throw Ec2Error.IdempotentParameterMismatch();
        }

        if (!hosting.TryGetDriver(out var driver, out var obstacle))
        {
            throw Ec2Error.Unsupported(obstacle);
        }

        var plan = new LaunchPlan(request, call, state);
        var image = plan.Demand(hosting, call, state);
        // The request's own checks have passed: both numbers are there.
        var count = (int)Math.Clamp(
            InstanceLimit.Of(state, call) - Instances.CountAddresses(state, call.Caller.Account, call.Region), request.MinCount!.Value, request.MaxCount!.Value);
        InstanceLimit.Demand(state, call, count);
        var details = plan.Details(LaunchPlan.DefaultsFor(call, state)) with { RequestHash = LaunchHash.Of(request) };
        var userData = LaunchRules.UserData(request.UserData);
        var reservationId = UniqueId.NewEc2("r");
        var launched = new List<InstanceRecord>(count);
        for (var i = 0; i < count; i++)
        {
            var instance = plan.NewInstance(details, image, driver.Host, reservationId, i, call, state);
            instance = instance with { SealedUserData = BootScriptSeal.Seal(box, instance, userData) };
            Instances.Insert(state, instance);
            TagRules.Put(state, call, instance.Id, "instance", plan.Tags["instance"]);
            TagRules.Put(state, call, instance.Details.VolumeId, "volume", plan.Tags["volume"]);
            TagRules.Put(state, call, instance.Details.NetworkInterfaceId, "network-interface", plan.Tags["network-interface"]);
            launched.Add(instance);
        }

        DryRuns.End(request.DryRun);
        return Answer(launched, call, state);
    }

    private static RunInstancesResponse Answer(IEnumerable<InstanceRecord> instances, CallContext call, ReadTransaction state)
    {
        var reservation = InstanceShapes.Reservations(InstanceView.Of(instances, call, state))[0];
        return new RunInstancesResponse
        {
            ReservationId = reservation.ReservationId,
            OwnerId = reservation.OwnerId,
            Groups = reservation.Groups,
            Instances = reservation.Instances,
        };
    }
}
