using Claviger.Aws;

namespace Claviger.S3;

/// <summary>Object Lock, which no bucket has here.</summary>
internal static class ObjectLock
{
    /// <exception cref="AwsError">InvalidRequest: an object can't be locked.</exception>
    public static void DemandNone(string? mode, DateTimeOffset? until, string? hold)
    {
        if (mode is not null || until is not null || hold is not null)
        {
            throw Missing();
        }
    }

    /// <summary>400: nothing of the bucket can be locked.</summary>
    public static AwsError Missing() => S3Error.InvalidRequest("Bucket is missing Object Lock Configuration");
}
