namespace Claviger.Policy;

/// <summary>How a service prints a denial. Values combine.</summary>
[Flags]
public enum DenialTextForm
{
    /// <summary>With the reason, and the ARN of the managed policy behind an explicit Deny.</summary>
    Standard = 0,

    /// <summary>The resource in double quotes (S3).</summary>
    QuotedResource = 1,

    /// <summary>No reason at all (services that do not take part; AssumeRole when the trust policy grants nothing).</summary>
    NoReason = 2,

    /// <summary>An explicit Deny is printed as <c>with an explicit deny</c> only (older services).</summary>
    BareExplicitDeny = 4,

    /// <summary>No policy ARN after an explicit Deny (caller and resource in different accounts and organizations).</summary>
    NoPolicyArn = 8,

    /// <summary>The endpoint policy's Deny comes from a service control policy.</summary>
    EndpointThroughServiceControl = 16,
}
