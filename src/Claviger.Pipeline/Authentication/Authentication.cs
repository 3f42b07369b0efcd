using Claviger.Aws;

namespace Claviger.Pipeline;

/// <summary>What the signature of a request has shown.</summary>
/// <param name="Caller">Who signed; nobody for a request without signature.</param>
/// <param name="Payload">For S3, how it was signed, for what is checked as the body comes; null for others and without signature.</param>
public readonly record struct Authentication(Caller Caller, SignedPayload? Payload)
{
    /// <summary>Nobody signed.</summary>
    internal static Authentication None => new(Caller.Anonymous, null);
}
