using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Policy;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Finds buckets, and names what must be allowed on them and on their objects, with the bucket's policy.</summary>
internal sealed class BucketAccess(BucketPolicies policies, IObjectFacts facts)
{
    public const string ListBucket = "s3:ListBucket";

    /// <summary>What is known of objects.</summary>
    public IObjectFacts Facts => facts;

    /// <summary>A bucket.</summary>
    /// <exception cref="AwsError">There is none of the name, or it is not of the account that the request expects.</exception>
    // AWS: that a bucket exists is told to everybody: names are one space that all accounts share.
    public static BucketRecord Find(ReadTransaction state, string name, string? expectedOwner)
    {
        if (Buckets.Find(state, name) is not { } bucket)
        {
            throw S3Error.NoSuchBucket(name);
        }

        if (expectedOwner is not null && expectedOwner != bucket.Account.ToString())
        {
            throw AccountId.TryParse(expectedOwner, out _)
                ? S3Error.AccessDenied()
                : new AwsError("InvalidBucketOwnerAWSAccountID", 400, "The value of the expected bucket owner parameter must be an AWS account ID.");
        }

        return bucket;
    }

    /// <summary>The bucket's ARN.</summary>
    public static string Arn(string bucket) => $"arn:aws:s3:::{bucket}";

    /// <summary>Adds an action on a bucket.</summary>
    public Target OnBucket(Targets targets, CallContext call, string action, BucketRecord bucket) =>
        UnderPolicy(targets.Add(action, Arn(bucket.Name), bucket.Account), call, bucket);

    /// <summary>Adds an action on an object.</summary>
    public Target OnObject(Targets targets, CallContext call, string action, BucketRecord bucket, string key) =>
        UnderPolicy(targets.Add(action, $"arn:aws:s3:::{bucket.Name}/{key}", bucket.Account), call, bucket);

    /// <summary>Adds an action on a bucket's policy, which the owner's root user can always do.</summary>
    // AWS: else a policy that denies everybody could never be taken away.
    public Target OnPolicy(Targets targets, CallContext call, string action, BucketRecord bucket) =>
        call.Caller.Kind == CallerKind.Root && call.Caller.Account == bucket.Account
            ? targets.Add(action, Arn(bucket.Name), bucket.Account)
            : OnBucket(targets, call, action, bucket);

    private Target UnderPolicy(Target target, CallContext call, BucketRecord bucket)
    {
        if (bucket.Policy is not { } text)
        {
            return target;
        }

        var policy = policies.Of(text);

        // AWS: a public policy of a bucket that restricts it gives nothing to strangers. Without a policy nothing is granted to them.
        var isShut = policy.IsPublic
            && bucket.PublicAccessBlock is { } block && block.HasFlag(PublicAccessBlock.RestrictPublicBuckets)
            && call.Caller.Kind != CallerKind.Service
            && call.Caller.Account != bucket.Account;
        return isShut ? target : target.WithResourcePolicy(policy.Compiled, explicitTrust: false);
    }
}
