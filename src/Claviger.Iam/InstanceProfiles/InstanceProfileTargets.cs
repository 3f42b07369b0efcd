using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the instance profile that a request is about, and name it for the decision.</summary>
internal static class InstanceProfileTargets
{
    /// <summary>Adds an action on the instance profile of a name; whether it exists makes no difference to who may not act.</summary>
    public static Target AddInstanceProfile(this Targets targets, string action, CallContext call, string name, ReadTransaction state)
    {
        var profile = InstanceProfiles.Find(state, call.Caller.Account, name);
        var arn = profile is null ? Arns.InstanceProfile(call.Caller.Account, "/", name) : Arns.Of(profile);
        return targets.Add(action, arn).Named($"instance profile {name}").WithResourceTags(profile?.Tags);
    }

    /// <summary>The instance profile of a name.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static InstanceProfileRecord InstanceProfile(this ReadTransaction state, CallContext call, string name) =>
        InstanceProfiles.Find(state, call.Caller.Account, name)
        ?? throw AwsError.NoSuchEntity($"Instance Profile {name} cannot be found.");
}
