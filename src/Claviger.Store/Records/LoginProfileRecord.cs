using Claviger.Policy;

namespace Claviger.Store;

/// <summary>A user's password for the console.</summary>
public sealed record LoginProfileRecord
{
    /// <summary>The account that the user belongs to.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Unique id of the user.</summary>
    public required string UserId { get; init; }

    /// <summary>Hash of the password, its salt and parameters in it.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Hashes of earlier passwords, newest first.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool ResetRequired { get; init; }

    /// <summary>When the profile was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the password was last set.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Whether the password has grown older than a policy lets it; AWS's default policy lets it grow as old as it likes.</summary>
    /// <param name="policy">The account's policy; null for the default.</param>
    /// <param name="now">The time of the question.</param>
    public bool IsExpired(PasswordPolicyRecord? policy, DateTimeOffset now) =>
        policy?.MaxPasswordAge is { } days && now >= Changed.AddDays(days);
}
