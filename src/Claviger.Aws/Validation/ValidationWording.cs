namespace Claviger.Aws;

/// <summary>How a service of AWS words broken constraints; there are two kinds of validators.</summary>
public enum ValidationWording
{
    /// <summary><c>Value 'x' at 'path'</c>, pattern before length: STS.</summary>
    WithValues,

    /// <summary><c>Value at 'path'</c>, length before pattern, and sentences of its own for names and paths: IAM.</summary>
    WithoutValues,

    /// <summary>No list of violations but the first, in an error of its own for each header, parameter, and document: S3.</summary>
    OfS3,

    /// <summary>Codes of their own, <c>MissingParameter</c> and <c>InvalidParameterValue</c>, for the first constraint that is broken: EC2.</summary>
    OfEc2,
}
