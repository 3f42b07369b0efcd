using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>Whose access keys a request is about: those of the user it names, else the caller's own, the root user's among them.</summary>
internal static class KeyOwners
{
    /// <summary>Adds an action on the owner.</summary>
    public static void AddKeyOwner(this Targets targets, string action, CallContext call, string? userName, ReadTransaction state)
    {
        if (IsRoot(userName, call))
        {
            targets.Add(action, call.Caller.Arn);
            return;
        }

        targets.AddUser(action, call, UserTargets.NameOrOwn(userName, call), state);
    }

    /// <summary>The owner; null for the root user.</summary>
    /// <exception cref="AwsError">There is no such user.</exception>
    public static UserRecord? KeyOwner(this ReadTransaction state, CallContext call, string? userName) =>
        IsRoot(userName, call) ? null : state.User(call, UserTargets.NameOrOwn(userName, call));

    /// <summary>A key of the owner.</summary>
    /// <exception cref="AwsError">There is no such user, or it has no such key.</exception>
    public static AccessKeyRecord AccessKey(this ReadTransaction state, CallContext call, string? userName, string keyId)
    {
        var owner = state.KeyOwner(call, userName);
        return AccessKeys.Find(state, keyId) is { } key && key.Account == call.Caller.Account && key.UserId == owner?.Id
            ? key
            : throw AwsError.NoSuchEntity($"The Access Key with id {keyId} cannot be found.");
    }

    private static bool IsRoot(string? userName, CallContext call) => userName is null && call.Caller.Kind == CallerKind.Root;
}
