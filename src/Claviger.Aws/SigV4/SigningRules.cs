namespace Claviger.Aws;

/// <summary>What a service expects of the signature of a request.</summary>
public sealed class SigningRules
{
    /// <param name="service">The service's name in a credential scope.</param>
    /// <param name="errors">How it words a refusal.</param>
    /// <param name="forObjects">Whether it signs as S3 does.</param>
    public SigningRules(string service, SignatureErrors errors, bool forObjects = false)
    {
        Service = service;
        Errors = errors;
        ForObjects = forObjects;
    }

    /// <summary>The service's name in a credential scope.</summary>
    public string Service { get; }

    /// <summary>How the service words a refusal.</summary>
    public SignatureErrors Errors { get; }

    /// <summary>
    /// Whether it signs as S3 does: the path encoded once and not normalised, the payload's hash declared (or declared to be unsigned),
    /// every <c>x-amz-</c> header signed, presigned requests valid for as long as they say. Other services hash the body themselves.
    /// </summary>
    public bool ForObjects { get; }
}
