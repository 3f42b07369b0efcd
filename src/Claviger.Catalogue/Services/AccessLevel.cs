namespace Claviger.Catalogue;

/// <summary>What an action does to a resource, as AWS's service reference classifies it.</summary>
public enum AccessLevel
{
    /// <summary>Shows which resources exist, not what is in them.</summary>
    List,

    /// <summary>Reads contents or attributes.</summary>
    Read,

    /// <summary>Creates, changes or deletes.</summary>
    Write,

    /// <summary>Grants or changes permissions.</summary>
    PermissionsManagement,

    /// <summary>Changes nothing but tags.</summary>
    Tagging,
}
