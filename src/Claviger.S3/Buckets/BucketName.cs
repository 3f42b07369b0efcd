using System.Text.RegularExpressions;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The names that a bucket can have.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html</remarks>
internal static partial class BucketName
{
    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <exception cref="AwsError">InvalidBucketName.</exception>
    public static void Demand(string name)
    {
        if (!Form().IsMatch(name)
            || name.Contains("..", StringComparison.Ordinal)
            || Address().IsMatch(name)
            || Array.Exists(ReservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            || Array.Exists(ReservedSuffixes, suffix => name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            throw S3Error.InvalidBucketName(name);
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Form();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+\z")]
    private static partial Regex Address();
}
