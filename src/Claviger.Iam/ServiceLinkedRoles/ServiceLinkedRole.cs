using Claviger.Aws;
using Claviger.Store;

namespace Claviger.Iam;

/// <summary>What is special about roles that services made for themselves.</summary>
internal static class ServiceLinkedRole
{
    /// <summary>What the paths of all such roles begin with, and of no others.</summary>
    public const string PathPrefix = "/aws-service-role/";

    /// <summary>Whether a role is one.</summary>
    public static bool Is(string path) => path.StartsWith(PathPrefix, StringComparison.Ordinal);

    /// <summary>Refuses a change to a role that its service alone may change.</summary>
    /// <exception cref="AwsError">UnmodifiableEntity.</exception>
    public static RoleRecord DemandModifiable(this RoleRecord role)
    {
        DemandModifiable(role.Path, role.Name);
        return role;
    }

    /// <inheritdoc cref="DemandModifiable(RoleRecord)"/>
    public static void DemandModifiable(string path, string name)
    {
        if (Is(path))
        {
            throw AwsError.UnmodifiableEntity($"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS");
        }
    }

    /// <summary>Refuses a path that is kept for such roles.</summary>
    /// <exception cref="AwsError">ValidationError.</exception>
    public static void DemandOrdinary(string? path)
    {
        if (path is not null && Is(path))
        {
            throw AwsError.ValidationError($"The path {path} is reserved for service-linked roles.");
        }
    }
}
