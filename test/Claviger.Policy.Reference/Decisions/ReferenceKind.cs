namespace Claviger.Policy.Reference;

/// <summary>The kinds of policy of section 8, in the order in which a denial names them (12.4).</summary>
public enum ReferenceKind
{
    /// <summary>Service control policies.</summary>
    Scp,

    /// <summary>Resource control policies.</summary>
    Rcp,

    /// <summary>VPC endpoint policies.</summary>
    Endpoint,

    /// <summary>The resource's policy; a role's trust policy.</summary>
    Resource,

    /// <summary>Policies of the user, its groups, the role.</summary>
    Identity,

    /// <summary>Permissions boundaries.</summary>
    Boundary,

    /// <summary>Session policies.</summary>
    Session,
}
