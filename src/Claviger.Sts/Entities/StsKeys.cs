using Claviger.Policy;

namespace Claviger.Sts;

/// <summary>STS's own condition keys.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for AWS Security Token Service" in AWS's service authorization reference.</remarks>
internal static class StsKeys
{
    public static ContextKey ExternalId { get; } = ContextKey.Of("sts:ExternalId");

    public static ContextKey RoleSessionName { get; } = ContextKey.Of("sts:RoleSessionName");

    public static ContextKey DurationSeconds { get; } = ContextKey.Of("sts:DurationSeconds");

    public static ContextKey SourceIdentity { get; } = ContextKey.Of("sts:SourceIdentity");

    public static ContextKey TransitiveTagKeys { get; } = ContextKey.Of("sts:TransitiveTagKeys");

    public static ContextKey IdentityTokenAudience { get; } = ContextKey.Of("sts:IdentityTokenAudience");

    public static ContextKey SigningAlgorithm { get; } = ContextKey.Of("sts:SigningAlgorithm");

    public static ContextKey TaskPolicyArn { get; } = ContextKey.Of("sts:TaskPolicyArn");
}
