namespace Claviger.Policy;

/// <summary>What a service has fixed for an action beside all policies.</summary>
public enum StandingRule
{
    /// <summary>Policies alone decide.</summary>
    None,

    /// <summary>Granted as if an identity policy allowed it: an explicit Deny and every limit still count (iam:ChangePassword on oneself).</summary>
    GrantsLikeIdentity,

    /// <summary>Allowed to every authenticated caller, even against an explicit Deny (sts:GetCallerIdentity).</summary>
    AllowsAlways,

    /// <summary>Denied implicitly whatever policies allow (changing an AWS managed policy).</summary>
    NeverAllows,
}
