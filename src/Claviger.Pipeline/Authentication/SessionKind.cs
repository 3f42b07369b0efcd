namespace Claviger.Pipeline;

/// <summary>What a session's credentials act as. The numbers are part of a session token.</summary>
public enum SessionKind
{
    /// <summary>A role.</summary>
    Role = 1,

    /// <summary>The user who called GetSessionToken.</summary>
    User = 2,

    /// <summary>The root user who called GetSessionToken.</summary>
    Root = 3,

    /// <summary>A federated user of GetFederationToken.</summary>
    FederatedUser = 4,
}
