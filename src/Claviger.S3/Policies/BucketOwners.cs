using Claviger.Aws;
using Claviger.Pipeline;
using Claviger.Store;

namespace Claviger.S3;

/// <summary>What only principals of a bucket's own account can do, whatever its policy says.</summary>
internal static class BucketOwners
{
    /// <exception cref="AwsError">MethodNotAllowed: the caller is of another account.</exception>
    public static void Demand(BucketRecord bucket, CallContext call, string method)
    {
        if (call.Caller.Account != bucket.Account)
        {
            throw S3Error.MethodNotAllowed(method, "BUCKETPOLICY");
        }
    }
}
