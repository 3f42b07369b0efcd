using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>Finds the instances that a call names.</summary>
internal static class InstanceLookup
{
    /// <summary>An instance of the caller's account in the region of the call.</summary>
    /// <exception cref="Aws.AwsError">InvalidInstanceID.NotFound.</exception>
    public static InstanceRecord DemandInstance(this ReadTransaction state, CallContext call, string id) => state.DemandInstances(call, [id])[0];

    /// <summary>Instances of the caller's account in the region of the call, each once, in the order of the call.</summary>
    /// <exception cref="Aws.AwsError">InvalidInstanceID.NotFound, with all that are missing.</exception>
    public static IReadOnlyList<InstanceRecord> DemandInstances(this ReadTransaction state, CallContext call, IReadOnlyList<string> ids)
    {
        var found = new List<InstanceRecord>(ids.Count);
        var missing = new List<string>();
        foreach (var id in ids.Distinct())
        {
            if (Instances.Find(state, call.Caller.Account, call.Region, id) is { } instance && InstanceStates.IsShown(instance, call.Time))
            {
                found.Add(instance);
            }
            else
            {
                missing.Add(id);
            }
        }

        return missing.Count == 0 ? found : throw Ec2Error.InstanceNotFound(missing);
    }
}
