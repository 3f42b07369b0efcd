using Claviger.Aws.Shapes.Iam;

namespace Claviger.Iam;

/// <summary>Permissions boundaries of users and roles.</summary>
internal static class Boundaries
{
    /// <summary>The shape of a boundary; null where there is none.</summary>
    public static AttachedPermissionsBoundaryShape? Shape(string? arn) => arn is null
        ? null
        : new AttachedPermissionsBoundaryShape { PermissionsBoundaryType = "Policy", PermissionsBoundaryArn = arn };
}
