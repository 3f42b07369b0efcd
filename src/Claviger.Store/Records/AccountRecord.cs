using Claviger.Policy;

namespace Claviger.Store;

/// <summary>An account, with its root user.</summary>
public sealed record AccountRecord
{
    /// <summary>The 12-digit number.</summary>
    public required AccountId Id { get; init; }

    /// <summary>Name for people; not unique.</summary>
    public required string Name { get; init; }

    /// <summary>Sign-in name of the root user; unique in the deployment without regard to case.</summary>
    public required string RootEmail { get; init; }

    /// <summary>Hash of the root user's password; null for as long as it has none.</summary>
    public string? RootPasswordHash { get; init; }

    /// <summary>64 hexadecimal digits by which S3 knows the account; unique in the deployment.</summary>
    public required string CanonicalUserId { get; init; }

    /// <summary>The account alias, unique in the deployment; null if there is none.</summary>
    public string? Alias { get; init; }

    /// <summary>The password policy; null for AWS's default.</summary>
    public PasswordPolicyRecord? PasswordPolicy { get; init; }

    /// <summary>Quotas that differ from AWS's default, by AWS's name of the quota (<c>UsersPerAccount</c>).</summary>
    public IReadOnlyDictionary<string, long> Quotas { get; init; } = new Dictionary<string, long>();

    /// <summary>Further settings by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When the root user last signed in with its password; null if never. Kept by <see cref="LastUsed"/>.</summary>
    public DateTimeOffset? RootPasswordLastUsed { get; init; }

    /// <summary>Number of the account's last change when the record was read.</summary>
    public long Revision { get; init; }
}
