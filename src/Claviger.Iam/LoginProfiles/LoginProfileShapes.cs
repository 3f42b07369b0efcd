using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A login profile as answers show it.</summary>
internal static class LoginProfileShapes
{
    /// <summary>All of a login profile but its password.</summary>
    public static LoginProfileShape Whole(LoginProfileRecord profile, UserRecord user) => new()
    {
        UserName = user.Name,
        CreateDate = profile.Created,
        PasswordResetRequired = profile.ResetRequired,
    };
}
