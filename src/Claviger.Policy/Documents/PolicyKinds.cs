namespace Claviger.Policy;

/// <summary>A set of policy kinds.</summary>
[Flags]
public enum PolicyKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <inheritdoc cref="PolicyKind.Identity"/>
    Identity = 1 << PolicyKind.Identity,

    /// <inheritdoc cref="PolicyKind.Resource"/>
    Resource = 1 << PolicyKind.Resource,

    /// <inheritdoc cref="PolicyKind.Trust"/>
    Trust = 1 << PolicyKind.Trust,

    /// <inheritdoc cref="PolicyKind.Boundary"/>
    Boundary = 1 << PolicyKind.Boundary,

    /// <inheritdoc cref="PolicyKind.Session"/>
    Session = 1 << PolicyKind.Session,

    /// <inheritdoc cref="PolicyKind.ServiceControl"/>
    ServiceControl = 1 << PolicyKind.ServiceControl,

    /// <inheritdoc cref="PolicyKind.ResourceControl"/>
    ResourceControl = 1 << PolicyKind.ResourceControl,

    /// <inheritdoc cref="PolicyKind.Endpoint"/>
    Endpoint = 1 << PolicyKind.Endpoint,
}
