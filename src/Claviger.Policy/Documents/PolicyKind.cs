namespace Claviger.Policy;

/// <summary>The part that a policy plays in a decision.</summary>
public enum PolicyKind
{
    /// <summary>Attached to a user, group or role.</summary>
    Identity,

    /// <summary>Attached to a resource; names principals.</summary>
    Resource,

    /// <summary>A role's trust policy: a resource policy without Resource.</summary>
    Trust,

    /// <summary>A permissions boundary: limits, grants nothing.</summary>
    Boundary,

    /// <summary>Handed over when a session is made: limits that session.</summary>
    Session,

    /// <summary>A service control policy of the organization: limits the caller's account.</summary>
    ServiceControl,

    /// <summary>A resource control policy of the organization: limits the resource's account.</summary>
    ResourceControl,

    /// <summary>A VPC endpoint policy: limits what goes through the endpoint.</summary>
    Endpoint,
}
