using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>How operations find the login profile that a request is about.</summary>
internal static class LoginProfileTargets
{
    /// <summary>The login profile of a user.</summary>
    /// <exception cref="AwsError">It has none.</exception>
    public static LoginProfileRecord LoginProfile(this ReadTransaction state, UserRecord user) =>
        LoginProfiles.Find(state, user.Id) ?? throw AwsError.NoSuchEntity($"Login Profile for User {user.Name} cannot be found.");

    /// <summary>Refuses a user that has a password already.</summary>
    /// <exception cref="AwsError">It has one.</exception>
    public static void DemandNoLoginProfile(this ReadTransaction state, UserRecord user)
    {
        if (LoginProfiles.Find(state, user.Id) is not null)
        {
            throw AwsError.EntityAlreadyExists($"Login Profile for user {user.Name} already exists.");
        }
    }
}
