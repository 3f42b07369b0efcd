namespace Claviger.Store;

/// <summary>The statements that delete all rows of an account, those that refer to others first.</summary>
internal static class Emptying
{
    /// <summary>The tables that hold an account's rows. The feed stays: other nodes must still hear what was changed.</summary>
    internal static readonly string[] Tables =
    [
        "console_sessions",
        "mfa_devices", "ssh_public_keys", "signing_certificates", "server_certificates", "service_credentials", "role_deletions", "oidc_providers",
        "saml_keys", "saml_providers", "token_issuers", "reports",
        "instances", "ec2_tags", "key_pairs",
        "buckets", "memberships", "access_keys", "login_profiles", "instance_profiles", "inline_policies", "attachments", "policy_versions", "policies",
        "users", "groups", "roles", "entity_counts", "last_used", "service_last_used", "audit_events", "denials",
    ];

    /// <summary>The tables that hold what is in an account's buckets.</summary>
    internal static readonly string[] OfBuckets = ["objects", "parts", "uploads"];

    public static IReadOnlyList<Sql> Statements { get; } =
    [
        .. OfBuckets.Select(static table => new Sql($"DELETE FROM {table} WHERE bucket_id IN (SELECT id FROM buckets WHERE account_id = $1)")),
        .. Tables.Select(static table => new Sql($"DELETE FROM {table} WHERE account_id = $1")),
    ];
}
