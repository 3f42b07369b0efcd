namespace Claviger.Pipeline;

/// <summary>How an attempt to sign in went.</summary>
public enum SignInResult
{
    /// <summary>There is a session.</summary>
    SignedIn,

    /// <summary>Something is wrong; nobody is told what.</summary>
    Refused,

    /// <summary>Too many attempts have failed; nothing was looked at.</summary>
    TooMany,

    /// <summary>The password is right and too old, and the account's policy leaves it to an administrator to set another.</summary>
    PasswordExpired,
}
