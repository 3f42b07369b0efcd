using Claviger.Aws;

namespace Claviger.S3;

/// <summary>Encryption at rest with keys of the server, which on AWS every object has; with other keys there is none here.</summary>
internal static class Encryption
{
    /// <summary>AWS's word for it.</summary>
    public const string ServerKeys = "AES256";

    /// <summary>What a bucket keeps that has asked for a key of its own, which makes no difference here.</summary>
    public const string WithBucketKey = "bucket-key";

    /// <exception cref="AwsError">NotImplemented: other keys are asked for.</exception>
    public static void Demand(string? algorithm, string? customerAlgorithm, string? kmsKeyId)
    {
        if (customerAlgorithm is not null)
        {
            throw S3Error.NotImplemented("x-amz-server-side-encryption-customer-algorithm");
        }

        if (algorithm is not (null or ServerKeys) || kmsKeyId is not null)
        {
            throw S3Error.NotImplemented("x-amz-server-side-encryption");
        }
    }
}
