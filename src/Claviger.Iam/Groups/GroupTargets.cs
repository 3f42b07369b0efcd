using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the group that a request is about, and name it for the decision.</summary>
internal static class GroupTargets
{
    /// <summary>Adds an action on the group of a name; whether it exists makes no difference to who may not act.</summary>
    public static Target AddGroup(this Targets targets, string action, CallContext call, string name, ReadTransaction state)
    {
        var group = Groups.Find(state, call.Caller.Account, name);
        return targets
            .Add(action, group is null ? Arns.Group(call.Caller.Account, "/", name) : Arns.Of(group))
            .Named($"group {name}");
    }

    /// <summary>The group of a name.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static GroupRecord Group(this ReadTransaction state, CallContext call, string name) =>
        Groups.Find(state, call.Caller.Account, name)
        ?? throw AwsError.NoSuchEntity($"The group with name {name} cannot be found.");
}
