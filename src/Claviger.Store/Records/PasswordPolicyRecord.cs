namespace Claviger.Store;

/// <summary>An account's own password policy, as UpdateAccountPasswordPolicy sets it; the defaults are that call's.</summary>
public sealed record PasswordPolicyRecord
{
    /// <summary>6 to 128 characters.</summary>
    public int MinimumPasswordLength { get; init; } = 6;

    /// <summary>Whether a symbol is needed.</summary>
    public bool RequireSymbols { get; init; }

    /// <summary>Whether a digit is needed.</summary>
    public bool RequireNumbers { get; init; }

    /// <summary>Whether an upper-case letter is needed.</summary>
    public bool RequireUppercaseCharacters { get; init; }

    /// <summary>Whether a lower-case letter is needed.</summary>
    public bool RequireLowercaseCharacters { get; init; }

    /// <summary>Whether users may change their own password without a policy that says so.</summary>
    public bool AllowUsersToChangePassword { get; init; }

    /// <summary>Days after which a password expires, 1 to 1095; null: never.</summary>
    public int? MaxPasswordAge { get; init; }

    /// <summary>How many earlier passwords may not be used again, 1 to 24; null: none.</summary>
    public int? PasswordReusePrevention { get; init; }

    /// <summary>Whether only an administrator can set a password once it has expired; null where the call left it out, and answers do too.</summary>
    public bool? HardExpiry { get; init; }
}
