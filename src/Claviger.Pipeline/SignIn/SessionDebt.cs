namespace Claviger.Pipeline;

/// <summary>What a session of the console must still show before it may do anything else.</summary>
public enum SessionDebt
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A code of an MFA device.</summary>
    Mfa,

    /// <summary>A new password.</summary>
    NewPassword,
}
