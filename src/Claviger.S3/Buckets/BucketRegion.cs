using System.Text.RegularExpressions;
using Claviger.Aws;

namespace Claviger.S3;

/// <summary>The region that a bucket is made in: that of the endpoint that is asked, which for us is the one that is signed.</summary>
internal static partial class BucketRegion
{
    /// <summary>Where buckets are made that say nothing of a region.</summary>
    public const string Default = "us-east-1";

    /// <summary>The region of a new bucket.</summary>
    /// <param name="constraint">What the request asks for; null for nothing.</param>
    /// <param name="signed">The region of the request's signature.</param>
    /// <exception cref="AwsError">The two don't go together.</exception>
    public static string Choose(string? constraint, string signed)
    {
        if (string.IsNullOrEmpty(constraint))
        {
            return signed == Default ? Default : throw Illegal("unspecified");
        }

        // AWS: the endpoint of us-east-1 takes every other region's name, but not its own.
        if (!Form().IsMatch(constraint) || (constraint == Default && signed == Default))
        {
            throw S3Error.InvalidLocationConstraint(constraint);
        }

        var region = constraint == "EU" ? "eu-west-1" : constraint;
        return signed == Default || signed == region ? region : throw Illegal(constraint);
    }

    /// <summary>What GetBucketLocation answers; null stands for us-east-1.</summary>
    public static string? Constraint(string region) => region == Default ? null : region;

    private static AwsError Illegal(string constraint) => new(
        "IllegalLocationConstraintException",
        400,
        $"The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");

    [GeneratedRegex(@"^(EU|[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2})\z")]
    private static partial Regex Form();
}
