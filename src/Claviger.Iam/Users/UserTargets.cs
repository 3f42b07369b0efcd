using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the user that a request is about, and name it for the decision.</summary>
internal static class UserTargets
{
    /// <summary>Adds an action on the user of a name; whether it exists makes no difference to who may not act.</summary>
    public static Target AddUser(this Targets targets, string action, CallContext call, string name, ReadTransaction state)
    {
        var user = Users.Find(state, call.Caller.Account, name);
        var arn = user is null ? Arns.User(call.Caller.Account, "/", name) : Arns.Of(user);
        return targets.Add(action, arn).Named($"user {name}").WithResourceTags(user?.Tags);
    }

    /// <summary>The user of a name.</summary>
    /// <exception cref="AwsError">There is none.</exception>
    public static UserRecord User(this ReadTransaction state, CallContext call, string name) =>
        Users.Find(state, call.Caller.Account, name)
        ?? throw AwsError.NoSuchEntity($"The user with name {name} cannot be found.");

    /// <summary>The name that a request gives, or the caller's own where it leaves it out.</summary>
    /// <exception cref="AwsError">The caller is not a user.</exception>
    public static string NameOrOwn(string? name, CallContext call) =>
        name
        ?? call.Caller.UserName
        ?? throw AwsError.ValidationError("Must specify userName when calling with non-User credentials");
}
