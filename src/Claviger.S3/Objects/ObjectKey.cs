using System.Text;
using Claviger.Aws;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Keys and versions' ids, as requests give them.</summary>
internal static class ObjectKey
{
    private const int Longest = 1024;

    /// <exception cref="AwsError">KeyTooLongError.</exception>
    public static void Demand(string key)
    {
        if (key.Length > Longest || Encoding.UTF8.GetByteCount(key) > Longest)
        {
            throw S3Error.KeyTooLong(key);
        }
    }

    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static void DemandVersion(string? versionId)
    {
        if (versionId is { Length: 0 })
        {
            throw S3Error.InvalidArgument("Version id cannot be the empty string", "versionId", "");
        }
    }

    /// <summary>The version that a request is for: that of the id, or the newest; null if there is none.</summary>
    /// <exception cref="AwsError">InvalidArgument: no version has such an id.</exception>
    public static ObjectRecord? Find(ReadTransaction state, BucketRecord bucket, string key, string? versionId) =>
        versionId is null ? Objects.Latest(state, bucket.Id, key)
        : ObjectVersionId.IsWellFormed(versionId) ? Objects.Version(state, bucket.Id, key, versionId)
        : throw S3Error.InvalidArgument("Invalid version id specified", "versionId", versionId);

    /// <summary>A key as it stands in a path, all but its slashes encoded.</summary>
    public static string Encoded(string key) => string.Join('/', key.Split('/').Select(Uri.EscapeDataString));

    /// <summary>What the header of an answer says of the version: nothing in a bucket that never had any.</summary>
    public static string? InHeader(BucketRecord bucket, string versionId) => bucket.Versioning == BucketVersioning.Never ? null : versionId;
}
