using Claviger.Aws.Shapes.Iam;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>A role as answers show it.</summary>
internal static class RoleShapes
{
    /// <summary>All of a role.</summary>
    public static RoleShape Whole(RoleRecord role, ReadTransaction state) => new()
    {
        Path = role.Path,
        RoleName = role.Name,
        RoleId = role.Id,
        Arn = Arns.Of(role),
        CreateDate = role.Created,
        AssumeRolePolicyDocument = TrustDocument(role, state),
        Description = role.Description,
        MaxSessionDuration = (int)role.MaxSessionDuration.TotalSeconds,
        PermissionsBoundary = Boundaries.Shape(role.PermissionsBoundary),
        Tags = Tagging.Shapes(role.Tags),
        RoleLastUsed = LastUsed(role),
    };

    /// <summary>A role in a list, where AWS leaves out tags, boundary and last use.</summary>
    public static RoleShape InList(RoleRecord role, ReadTransaction state) => new()
    {
        Path = role.Path,
        RoleName = role.Name,
        RoleId = role.Id,
        Arn = Arns.Of(role),
        CreateDate = role.Created,
        AssumeRolePolicyDocument = TrustDocument(role, state),
        Description = role.Description,
        MaxSessionDuration = (int)role.MaxSessionDuration.TotalSeconds,
    };

    /// <summary>A role just made, which AWS answers without what it has not got yet.</summary>
    public static RoleShape Made(RoleRecord role, ReadTransaction state) => new()
    {
        Path = role.Path,
        RoleName = role.Name,
        RoleId = role.Id,
        Arn = Arns.Of(role),
        CreateDate = role.Created,
        AssumeRolePolicyDocument = TrustDocument(role, state),
        Description = role.Description,
        MaxSessionDuration = (int)role.MaxSessionDuration.TotalSeconds,
        PermissionsBoundary = Boundaries.Shape(role.PermissionsBoundary),
        Tags = Tagging.Shapes(role.Tags),
    };

    /// <summary>When a role was last used; empty if never.</summary>
    public static RoleLastUsedShape LastUsed(RoleRecord role) => new() { LastUsedDate = role.LastUsed, Region = role.LastUsedRegion };

    /// <summary>A role's trust policy, encoded as answers hold it.</summary>
    public static string TrustDocument(RoleRecord role, ReadTransaction state) =>
        Documents.Encoded(TrustPrincipals.Shown(role.TrustPolicy, state));
}
