namespace Claviger.Policy;

/// <summary>What kind of caller a principal is.</summary>
public enum PrincipalType
{
    /// <summary>Nobody: the request is unsigned.</summary>
    Anonymous,

    /// <summary>An IAM user, also with credentials of GetSessionToken.</summary>
    User,

    /// <summary>A session of a role.</summary>
    RoleSession,

    /// <summary>A bare role, as a simulation asks about it.</summary>
    Role,

    /// <summary>A session of GetFederationToken.</summary>
    FederatedUser,

    /// <summary>The account's root user.</summary>
    Root,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>Somebody whom a SAML or OIDC provider vouches for, before a role is assumed.</summary>
    Federated,
}
