namespace Claviger.Pipeline;

/// <summary>How much of what AWS does an operation does.</summary>
public enum Coverage
{
    /// <summary>What AWS does.</summary>
    Complete,

    /// <summary>Kept and given back, without the effect it has on AWS.</summary>
    StoredOnly,

    /// <summary>Read, authenticated and authorized, then answered with an error that says so.</summary>
    NotYet,
}
