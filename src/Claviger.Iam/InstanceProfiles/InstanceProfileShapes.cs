using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>An instance profile as answers show it.</summary>
internal static class InstanceProfileShapes
{
    /// <summary>All of an instance profile.</summary>
    public static InstanceProfileShape Whole(InstanceProfileRecord profile, ReadTransaction state) => Of(profile, state, Tagging.Shapes(profile.Tags));

    /// <summary>An instance profile in a list, where AWS leaves out tags.</summary>
    public static InstanceProfileShape InList(InstanceProfileRecord profile, ReadTransaction state) => Of(profile, state, tags: null);

    private static InstanceProfileShape Of(InstanceProfileRecord profile, ReadTransaction state, IReadOnlyList<TagShape>? tags) => new()
    {
        Path = profile.Path,
        InstanceProfileName = profile.Name,
        InstanceProfileId = profile.Id,
        Arn = Arns.Of(profile),
        CreateDate = profile.Created,
        Roles = profile.RoleId is { } id && Roles.ById(state, id) is { } role ? [RoleShapes.InList(role, state)] : [],
        Tags = tags,
    };
}
