using Claviger.Policy;

namespace Claviger.S3;

/// <summary>The condition keys that S3's operations give. Those of the wire alone, headers and signature, the pipeline gives.</summary>
internal static class S3Keys
{
    public static readonly ContextKey Prefix = ContextKey.Of("s3:prefix");
    public static readonly ContextKey Delimiter = ContextKey.Of("s3:delimiter");
    public static readonly ContextKey MaxKeys = ContextKey.Of("s3:max-keys");
    public static readonly ContextKey VersionId = ContextKey.Of("s3:VersionId");
    public static readonly ContextKey LocationConstraint = ContextKey.Of("s3:LocationConstraint");
    public static readonly ContextKey RequestObjectTagKeys = ContextKey.Of("s3:RequestObjectTagKeys");
    public static readonly ContextKey CopySource = ContextKey.Of("s3:x-amz-copy-source");
    public static readonly ContextKey Acl = ContextKey.Of("s3:x-amz-acl");
    public static readonly ContextKey MetadataDirective = ContextKey.Of("s3:x-amz-metadata-directive");
    public static readonly ContextKey Redirect = ContextKey.Of("s3:x-amz-website-redirect-location");
    public static readonly ContextKey IfMatch = ContextKey.Of("s3:if-match");
    public static readonly ContextKey IfNoneMatch = ContextKey.Of("s3:if-none-match");
    public static readonly ContextKey StorageClass = ContextKey.Of("s3:x-amz-storage-class");
    public static readonly ContextKey Encryption = ContextKey.Of("s3:x-amz-server-side-encryption");
    public static readonly ContextKey ObjectCreationOperation = ContextKey.Of("s3:ObjectCreationOperation");

    public static ContextKey ExistingObjectTag(string tag) => ContextKey.Of($"s3:ExistingObjectTag/{tag}");

    public static ContextKey RequestObjectTag(string tag) => ContextKey.Of($"s3:RequestObjectTag/{tag}");
}
