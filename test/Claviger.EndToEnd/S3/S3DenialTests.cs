namespace Claviger.EndToEnd;

public sealed class S3DenialTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("s3", "ListObjects", Aspect.Denies)]
    [Covers("s3", "ListObjectsV2", Aspect.Denies)]
    [Covers("s3", "ListObjectVersions", Aspect.Denies)]
    [Covers("s3", "ListMultipartUploads", Aspect.Denies)]
    [Covers("s3", "DeleteBucket", Aspect.Denies)]
    [Covers("s3", "GetBucketLocation", Aspect.Denies)]
    [Covers("s3", "GetBucketPolicy", Aspect.Denies)]
    [Covers("s3", "PutBucketPolicy", Aspect.Denies)]
    [Covers("s3", "DeleteBucketPolicy", Aspect.Denies)]
    [Covers("s3", "GetBucketPolicyStatus", Aspect.Denies)]
    [Covers("s3", "GetPublicAccessBlock", Aspect.Denies)]
    [Covers("s3", "PutPublicAccessBlock", Aspect.Denies)]
    [Covers("s3", "DeletePublicAccessBlock", Aspect.Denies)]
    [Covers("s3", "GetBucketOwnershipControls", Aspect.Denies)]
    [Covers("s3", "PutBucketOwnershipControls", Aspect.Denies)]
    [Covers("s3", "DeleteBucketOwnershipControls", Aspect.Denies)]
    [Covers("s3", "GetBucketAcl", Aspect.Denies)]
    [Covers("s3", "PutBucketAcl", Aspect.Denies)]
    [Covers("s3", "GetBucketTagging", Aspect.Denies)]
    [Covers("s3", "PutBucketTagging", Aspect.Denies)]
    [Covers("s3", "DeleteBucketTagging", Aspect.Denies)]
    [Covers("s3", "GetBucketVersioning", Aspect.Denies)]
    [Covers("s3", "PutBucketVersioning", Aspect.Denies)]
    [Covers("s3", "GetBucketCors", Aspect.Denies)]
    [Covers("s3", "PutBucketCors", Aspect.Denies)]
    [Covers("s3", "DeleteBucketCors", Aspect.Denies)]
    [Covers("s3", "GetBucketLifecycleConfiguration", Aspect.Denies)]
    [Covers("s3", "PutBucketLifecycleConfiguration", Aspect.Denies)]
    [Covers("s3", "DeleteBucketLifecycle", Aspect.Denies)]
    [Covers("s3", "GetBucketEncryption", Aspect.Denies)]
    [Covers("s3", "PutBucketEncryption", Aspect.Denies)]
    [Covers("s3", "DeleteBucketEncryption", Aspect.Denies)]
    [Covers("s3", "GetBucketLogging", Aspect.Denies)]
    [Covers("s3", "GetBucketWebsite", Aspect.Denies)]
    [Covers("s3", "GetBucketReplication", Aspect.Denies)]
    [Covers("s3", "GetBucketRequestPayment", Aspect.Denies)]
    [Covers("s3", "GetBucketAccelerateConfiguration", Aspect.Denies)]
    [Covers("s3", "GetObjectLockConfiguration", Aspect.Denies)]
    [Covers("s3", "GetBucketNotificationConfiguration", Aspect.Denies)]
    [Covers("s3", "ListBucketAnalyticsConfigurations", Aspect.Denies)]
    [Covers("s3", "ListBucketIntelligentTieringConfigurations", Aspect.Denies)]
    [Covers("s3", "ListBucketInventoryConfigurations", Aspect.Denies)]
    [Covers("s3", "ListBucketMetricsConfigurations", Aspect.Denies)]
    [Covers("s3", "GetBucketAnalyticsConfiguration", Aspect.Denies)]
    [Covers("s3", "GetBucketIntelligentTieringConfiguration", Aspect.Denies)]
    [Covers("s3", "GetBucketInventoryConfiguration", Aspect.Denies)]
    [Covers("s3", "GetBucketMetricsConfiguration", Aspect.Denies)]
    [Covers("s3", "DeleteBucketAnalyticsConfiguration", Aspect.Denies)]
    [Covers("s3", "DeleteBucketIntelligentTieringConfiguration", Aspect.Denies)]
    [Covers("s3", "DeleteBucketInventoryConfiguration", Aspect.Denies)]
    [Covers("s3", "DeleteBucketMetricsConfiguration", Aspect.Denies)]
    [Covers("s3", "DeleteBucketWebsite", Aspect.Denies)]
    [Covers("s3", "DeleteBucketReplication", Aspect.Denies)]
    [Covers("s3", "PutBucketRequestPayment", Aspect.Denies)]
    [Covers("s3", "PutBucketLogging", Aspect.Denies)]
    [Covers("s3", "PutBucketNotificationConfiguration", Aspect.Denies)]
    [Covers("s3", "GetObjectLegalHold", Aspect.Denies)]
    [Covers("s3", "GetObjectRetention", Aspect.Denies)]
    [Covers("s3", "PutObject", Aspect.Denies)]
    [Covers("s3", "GetObject", Aspect.Denies)]
    [Covers("s3", "DeleteObject", Aspect.Denies)]
    [Covers("s3", "GetObjectAcl", Aspect.Denies)]
    [Covers("s3", "PutObjectAcl", Aspect.Denies)]
    [Covers("s3", "GetObjectTagging", Aspect.Denies)]
    [Covers("s3", "PutObjectTagging", Aspect.Denies)]
    [Covers("s3", "DeleteObjectTagging", Aspect.Denies)]
    [Covers("s3", "GetObjectAttributes", Aspect.Denies)]
    [Covers("s3", "CopyObject", Aspect.Denies)]
    [Covers("s3", "CreateMultipartUpload", Aspect.Denies)]
    [Covers("s3", "UploadPart", Aspect.Denies)]
    [Covers("s3", "UploadPartCopy", Aspect.Denies)]
    [Covers("s3", "CompleteMultipartUpload", Aspect.Denies)]
    [Covers("s3", "AbortMultipartUpload", Aspect.Denies)]
    [Covers("s3", "ListParts", Aspect.Denies)]
    [Covers("s3", "CreateBucket", Aspect.Denies)]
    public async Task A_user_without_policies_is_told_what_it_may_not_and_changes_nothing()
    {
        var bucket = await account.NewBucketAsync("denied");
        await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = BucketCall.Key, Body = "kept" });
        var user = await account.NewUserAsync("powerless");
        foreach (var call in BucketCall.All)
        {
            Assert.Equal(
                account.Denied("powerless", call.Action, $"\"{call.Arn(bucket)}\""), await user.S3.FailAsync(call.Operation, call.For(bucket)));
        }

        Assert.Equal(
            account.Denied("powerless", "s3:CreateBucket", $"\"arn:aws:s3:::{bucket}-new\""),
            await user.S3.FailAsync("CreateBucket", new { Bucket = bucket + "-new" }));
        Assert.Equal("kept", (await account.Root.S3.CallAsync("GetObject", new { Bucket = bucket, Key = BucketCall.Key }))["Body"]);
        Assert.Single((await account.Root.S3.CallAsync("ListObjectVersions", new { Bucket = bucket })).List("Versions"));
        Assert.Null((await account.Root.S3.CallAsync("GetBucketVersioning", new { Bucket = bucket }))["Status"]);
    }

    [Fact, Covers("s3", "ListBuckets", Aspect.Denies)]
    public async Task Listing_buckets_is_denied_without_naming_a_resource()
    {
        var user = await account.NewUserAsync("unlisted");
        var error = await user.S3.FailAsync("ListBuckets");
        Assert.Equal(
            $"User: {account.Arn("user/unlisted")} is not authorized to perform: s3:ListAllMyBuckets "
            + "because no identity-based policy allows the s3:ListAllMyBuckets action",
            error.Message);
    }

    [Fact]
    [Covers("s3", "HeadBucket", Aspect.Denies)]
    [Covers("s3", "HeadObject", Aspect.Denies)]
    public async Task Heads_are_denied_without_a_word()
    {
        var bucket = await account.NewBucketAsync("headless");
        var user = await account.NewUserAsync("headless");
        Assert.Equal(403, (await user.S3.FailAsync("HeadBucket", new { Bucket = bucket })).Status);
        Assert.Equal(403, (await user.S3.FailAsync("HeadObject", new { Bucket = bucket, Key = "k" })).Status);
    }

    [Fact, Covers("s3", "DeleteObjects", Aspect.Denies)]
    public async Task Of_many_objects_each_is_deleted_or_denied_by_itself()
    {
        var bucket = await account.NewBucketAsync("many");
        foreach (var key in (string[])["mine/a", "theirs/b"])
        {
            await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = key, Body = key });
        }

        var user = await account.NewUserAsync("half", TestAccount.AllowOn($"arn:aws:s3:::{bucket}/mine/*", "s3:DeleteObject"));
        var answer = await user.S3.CallAsync(
            "DeleteObjects", new { Bucket = bucket, Delete = new { Objects = new[] { new { Key = "mine/a" }, new { Key = "theirs/b" } } } });
        Assert.Equal(["mine/a"], answer.Texts("Deleted", "Key"));
        Assert.Equal(["theirs/b"], answer.Texts("Errors", "Key"));
        Assert.Equal(
            account.Denied("half", "s3:DeleteObject", $"\"arn:aws:s3:::{bucket}/theirs/b\"").Message, answer.List("Errors")[0]["Message"]);
        Assert.Equal(["theirs/b"], (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket })).Texts("Contents", "Key"));
    }
}
