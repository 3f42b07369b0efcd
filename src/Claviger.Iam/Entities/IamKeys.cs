using Claviger.Policy;

namespace Claviger.Iam;

/// <summary>IAM's own condition keys.</summary>
/// <remarks>Source: "Actions, resources, and condition keys for AWS Identity and Access Management" in AWS's service authorization reference.</remarks>
internal static class IamKeys
{
    /// <summary>ARN of the permissions boundary in the request, or of the entity that is changed.</summary>
    public static ContextKey PermissionsBoundary { get; } = ContextKey.Of("iam:PermissionsBoundary");

    /// <summary>ARN of the managed policy that is attached or detached.</summary>
    public static ContextKey PolicyArn { get; } = ContextKey.Of("iam:PolicyARN");

    /// <summary>Service that a role is passed to.</summary>
    public static ContextKey PassedToService { get; } = ContextKey.Of("iam:PassedToService");

    /// <summary>Service that a credential of a user is for.</summary>
    public static ContextKey ServiceSpecificCredentialServiceName { get; } = ContextKey.Of("iam:ServiceSpecificCredentialServiceName");

    /// <summary>Days that a new credential for a service shall last.</summary>
    public static ContextKey ServiceSpecificCredentialAgeDays { get; } = ContextKey.Of("iam:ServiceSpecificCredentialAgeDays");

    /// <summary>Service that a service-linked role is made for.</summary>
    public static ContextKey AwsServiceName { get; } = ContextKey.Of("iam:AWSServiceName");
}
