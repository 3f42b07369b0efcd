using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the role that a request is about, and name it for the decision.</summary>
internal static class RoleTargets
{
    /// <summary>Adds an action on the role of a name; whether it exists makes no difference to who may not act.</summary>
    public static Target AddRole(this Targets targets, string action, CallContext call, string name, ReadTransaction state)
    {
        var role = Roles.Find(state, call.Caller.Account, name);
        var arn = role is null ? Arns.Role(call.Caller.Account, "/", name) : Arns.Of(role);
        return targets.Add(action, arn).Named($"role {name}").WithResourceTags(role?.Tags);
    }

    /// <summary>The role of a name.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static RoleRecord Role(this ReadTransaction state, CallContext call, string name) =>
        Roles.Find(state, call.Caller.Account, name)
        ?? throw AwsError.NoSuchEntity($"The role with name {name} cannot be found.");
}
