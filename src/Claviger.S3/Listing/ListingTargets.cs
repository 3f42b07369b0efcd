using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What listings must be allowed: an action on the bucket, with what is asked for as condition keys.</summary>
internal static class ListingTargets
{
    /// <summary>Adds the target. What the request doesn't say is no key.</summary>
    public static void OnListing(
        this BucketAccess access, Targets targets, CallContext call, string action, BucketRecord bucket, string? prefix, string? delimiter, int? maxKeys) =>
        access.OnBucket(targets, call, action, bucket)
            .With(S3Keys.Prefix, prefix)
            .With(S3Keys.Delimiter, delimiter)
            .With(S3Keys.MaxKeys, maxKeys is { } most ? ContextValue.Of(most) : ContextValue.Missing);
}
