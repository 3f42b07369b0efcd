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

    /// <summary>The root user, which has no name and the account's number for its id.</summary>
    public static UserShape Root(AccountRecord account) => new()
    {
        UserId = account.Id.ToString(),
        Arn = Arns.Root(account.Id),
        CreateDate = account.Created,
        PasswordLastUsed = account.RootPasswordLastUsed,
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
