using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A user as answers show it.</summary>
internal static class UserShapes
{
    /// <summary>All of a user.</summary>
    public static UserShape Whole(UserRecord user) => new()
    {
        Path = user.Path,
        UserName = user.Name,
        UserId = user.Id,
        Arn = Arns.Of(user),
        CreateDate = user.Created,
        PasswordLastUsed = user.PasswordLastUsed,
        PermissionsBoundary = Boundaries.Shape(user.PermissionsBoundary),
        Tags = Tagging.Shapes(user.Tags),
    };

    /// <summary>A user in a list, where AWS leaves out tags and boundary.</summary>
    public static UserShape InList(UserRecord user) => new()
    {
        Path = user.Path,
        UserName = user.Name,
        UserId = user.Id,
        Arn = Arns.Of(user),
        CreateDate = user.Created,
        PasswordLastUsed = user.PasswordLastUsed,
    };
}
