using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Ec2;

/// <summary>How many instances an account may have in a region that are not terminated.</summary>
internal static class InstanceLimit
{
    /// <summary>The limit of the caller's account.</summary>
    public static long Of(ReadTransaction state, CallContext call) =>
        Quotas.Of(Store.Accounts.Find(state, call.Caller.Account)!, "InstancesPerRegion");

    /// <summary>Refuses a launch that would go beyond the limit.</summary>
    /// <exception cref="Aws.AwsError">InstanceLimitExceeded.</exception>
    public static void Demand(ReadTransaction state, CallContext call, int wanted)
    {
        var limit = Of(state, call);
        if (Instances.CountAddresses(state, call.Caller.Account, call.Region) + wanted > limit)
        {
            throw Ec2Error.InstanceLimitExceeded(wanted, limit);
        }
    }
}
