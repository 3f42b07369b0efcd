using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>Finding uploads, and what they tell of themselves.</summary>
internal static class UploadAccess
{
    /// <summary>An upload under way.</summary>
    /// <exception cref="AwsError">NoSuchUpload.</exception>
    public static UploadRecord Demand(ReadTransaction state, BucketRecord bucket, string key, string id) =>
        Uploads.Find(state, bucket.Id, key, id) ?? throw S3Error.NoSuchUpload(id);

    /// <exception cref="AwsError">InvalidArgument: no part has such a number.</exception>
    public static int Number(int? number) => number is >= 1 and <= 10_000
        ? number.Value
        : throw S3Error.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", $"{number}");

    /// <summary>Who begins an upload, as AWS names it: by ARN, but an account by its canonical user id.</summary>
    public static (string Id, string Name) Initiator(CallContext call, ReadTransaction state)
    {
        var caller = call.Caller;
        return caller.Kind switch
        {
            CallerKind.Root => (Acls.CanonicalId(call, state) ?? caller.Arn, ""),
            _ => (caller.Arn, caller.UserName ?? caller.Arn[(caller.Arn.LastIndexOf('/') + 1)..]),
        };
    }

    /// <summary>When the bucket's rules end an upload, and which rule; nulls if none does.</summary>
    public static (DateTimeOffset? Date, string? RuleId) Abort(BucketRecord bucket, string key, DateTimeOffset initiated) =>
        bucket.Lifecycle is { } text && LifecycleRules.Read(text).For(key) is { } rule
            ? (LifecycleRules.AbortDate(initiated, rule), rule.Id)
            : (null, null);
}
