namespace Claviger.EndToEnd;

/// <summary>Short ways to buckets and objects.</summary>
public static class BucketsOfTests
{
    /// <summary>Makes a bucket; names are one space that all accounts share, so that of the account is part of it.</summary>
    public static async Task<string> NewBucketAsync(this TestAccount account, string name, string? versioning = null)
    {
        var bucket = $"{name}-{account.Id}";
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        if (versioning is not null)
        {
            await account.SetVersioningAsync(bucket, versioning);
        }

        return bucket;
    }

    /// <summary>Has a bucket keep versions, or no more.</summary>
    public static Task<SdkAnswer> SetVersioningAsync(this TestAccount account, string bucket, string status) =>
        account.Root.S3.CallAsync("PutBucketVersioning", new { Bucket = bucket, VersioningConfiguration = new { Status = status } });

    /// <summary>Puts an object.</summary>
    public static Task<SdkAnswer> PutAsync(this TestAccount account, string bucket, string key, string body) =>
        account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = key, Body = body });

    /// <summary>An object's text.</summary>
    public static async Task<string?> TextAsync(this TestAccount account, string bucket, string key, string? version = null) =>
        (await account.Root.S3.CallAsync("GetObject", version is null
            ? new Dictionary<string, string> { ["Bucket"] = bucket, ["Key"] = key }
            : new Dictionary<string, string> { ["Bucket"] = bucket, ["Key"] = key, ["VersionId"] = version }))["Body"];

    /// <summary>Lets a policy of a bucket be public.</summary>
    public static Task<SdkAnswer> UnblockAsync(this TestAccount account, string bucket) =>
        account.Root.S3.CallAsync("DeletePublicAccessBlock", new { Bucket = bucket });

    /// <summary>Sets a bucket's policy: statements, BUCKET standing for the bucket's ARN.</summary>
    public static Task<SdkAnswer> SetPolicyAsync(this TestAccount account, string bucket, string statements) =>
        account.Root.S3.CallAsync("PutBucketPolicy", new { Bucket = bucket, Policy = PolicyOf(bucket, statements) });

    /// <summary>A bucket policy with these statements, BUCKET standing for the bucket's ARN.</summary>
    public static string PolicyOf(string bucket, string statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{statements.Replace("BUCKET", $"arn:aws:s3:::{bucket}", StringComparison.Ordinal)}}]}""";
}
