namespace Claviger.EndToEnd;

/// <summary>The client through which a story is told.</summary>
public enum Hands
{
    /// <summary>Debian's <c>aws</c>.</summary>
    Aws,

    /// <summary>boto3.</summary>
    Boto3,

    /// <summary>The SDK for JavaScript.</summary>
    JavaScript,
}
