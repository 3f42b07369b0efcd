using Claviger.Aws;
using Claviger.Policy;

namespace Claviger.Pipeline;

/// <summary>The context keys of S3 that the wire alone can give.</summary>
/// <param name="payload">How the request was signed; null if it was not.</param>
/// <param name="authType">How it was authenticated, in S3's word; null if it was not.</param>
/// <param name="contentHash">The x-amz-content-sha256 header.</param>
/// <param name="tlsVersion">The version of TLS; null without.</param>
/// <param name="now">When the request came.</param>
internal sealed class ObjectWireKeys(SignedPayload? payload, string? authType, string? contentHash, string? tlsVersion, DateTimeOffset now) : IContextSource
{
    public const string InHeader = "REST-HEADER";
    public const string InQuery = "REST-QUERY-STRING";
    public const string InForm = "POST";

    private static readonly ContextKey AuthType = ContextKey.Of("s3:authType");
    private static readonly ContextKey SignatureVersion = ContextKey.Of("s3:signatureversion");
    private static readonly ContextKey SignatureAge = ContextKey.Of("s3:signatureAge");
    private static readonly ContextKey ContentHash = ContextKey.Of("s3:x-amz-content-sha256");
    private static readonly ContextKey TlsVersion = ContextKey.Of("s3:TlsVersion");

    public ContextValue Get(ContextKey key)
    {
        if (ReferenceEquals(key, AuthType))
        {
            return ContextValue.Of(authType);
        }

        if (ReferenceEquals(key, SignatureVersion))
        {
            return ContextValue.Of(authType is null ? null : "AWS4-HMAC-SHA256");
        }

        if (ReferenceEquals(key, SignatureAge))
        {
            return payload is null ? ContextValue.Missing : ContextValue.Of((long)Math.Max(0, (now - payload.SignedAt).TotalMilliseconds));
        }

        if (ReferenceEquals(key, ContentHash))
        {
            return ContextValue.Of(contentHash);
        }

        return ReferenceEquals(key, TlsVersion) ? ContextValue.Of(tlsVersion) : ContextValue.Missing;
    }
}
