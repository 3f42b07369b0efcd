using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A group as answers show it.</summary>
internal static class GroupShapes
{
    /// <summary>All of a group.</summary>
    public static GroupShape Whole(GroupRecord group) => new()
    {
        Path = group.Path,
        GroupName = group.Name,
        GroupId = group.Id,
        Arn = Arns.Of(group),
        CreateDate = group.Created,
    };
}
