using Claviger.Aws;
using Claviger.Aws.Shapes.Sts;
using Claviger.Store;

namespace Claviger.Sts;

/// <summary>What AssumeRole, AssumeRoleWithSAML and AssumeRoleWithWebIdentity share.</summary>
internal static class RoleSessions
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromHours(1);

    /// <summary>How long a session of a role shall last.</summary>
    /// <param name="seconds">What is asked for; null for an hour.</param>
    /// <param name="role">The role.</param>
    /// <exception cref="AwsError">ValidationError: longer than the role lets its sessions last.</exception>
    public static TimeSpan Duration(int? seconds, RoleRecord role)
    {
        var duration = Unbound(seconds);
        return duration <= role.MaxSessionDuration
            ? duration
            : throw AwsError.ValidationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    /// <summary>How long a session shall last, whatever its role lets its sessions last.</summary>
    public static TimeSpan Unbound(int? seconds) => seconds is { } asked ? TimeSpan.FromSeconds(asked) : DefaultDuration;

    /// <summary>The principal that a session makes its holder.</summary>
    public static AssumedRoleUserShape User(RoleRecord role, string sessionName) => new()
    {
        AssumedRoleId = $"{role.Id}:{sessionName}",
        Arn = $"arn:aws:sts::{role.Account}:assumed-role/{role.Name}/{sessionName}",
    };
}
