namespace Claviger.Pipeline;

/// <summary>What kind of caller.</summary>
public enum CallerKind
{
    /// <summary>Nobody: the request is unsigned.</summary>
    Anonymous,

    /// <summary>The root user of an account, also with credentials of GetSessionToken.</summary>
    Root,

    /// <summary>An IAM user, also with credentials of GetSessionToken.</summary>
    User,

    /// <summary>A session of a role.</summary>
    RoleSession,

    /// <summary>A session of GetFederationToken.</summary>
    FederatedUser,

    /// <summary>Somebody whom a SAML or OIDC provider vouches for, at the moment of AssumeRoleWithSAML or AssumeRoleWithWebIdentity.</summary>
    Federated,

    /// <summary>A service that acts for itself.</summary>
    Service,
}
