namespace Claviger.Pipeline;

/// <summary>How a session came about. The numbers are part of a session token.</summary>
public enum SessionOrigin
{
    /// <summary>AssumeRole by a user, or by a service.</summary>
    AssumeRole = 1,

    /// <summary>AssumeRole with the credentials of a role's session: role chaining.</summary>
    Chained = 2,

    /// <summary>AssumeRoleWithSAML.</summary>
    Saml = 3,

    /// <summary>AssumeRoleWithWebIdentity.</summary>
    WebIdentity = 4,

    /// <summary>GetSessionToken.</summary>
    SessionToken = 5,

    /// <summary>GetFederationToken.</summary>
    FederationToken = 6,

    /// <summary>The metadata service of an instance.</summary>
    Instance = 7,

    /// <summary>Sign-in to the console.</summary>
    Console = 8,
}
