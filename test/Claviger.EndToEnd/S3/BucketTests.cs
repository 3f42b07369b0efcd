namespace Claviger.EndToEnd;

public sealed class BucketTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("s3", "CreateBucket", Aspect.Works)]
    [Covers("s3", "ListBuckets", Aspect.Works)]
    [Covers("s3", "HeadBucket", Aspect.Works)]
    [Covers("s3", "GetBucketLocation", Aspect.Works)]
    [Covers("s3", "DeleteBucket", Aspect.Works)]
    public async Task A_bucket_is_made_listed_and_deleted()
    {
        var made = await account.Root.S3.CallAsync("CreateBucket", new { Bucket = $"one-{account.Id}" });
        Assert.Equal($"/one-{account.Id}", made["Location"]);
        await account.Root.S3.CallAsync(
            "CreateBucket", new { Bucket = $"two-{account.Id}", CreateBucketConfiguration = new { LocationConstraint = "eu-west-1" } });
        var listed = await account.Root.S3.CallAsync("ListBuckets");
        Assert.Equal([$"one-{account.Id}", $"two-{account.Id}"], Mine(listed));
        Assert.Matches("^[0-9a-f]{64}$", listed["Owner.ID"]);
        Assert.Null((await account.Root.S3.CallAsync("GetBucketLocation", new { Bucket = $"one-{account.Id}" }))["LocationConstraint"]);
        Assert.Equal("eu-west-1", (await account.Root.S3.CallAsync("GetBucketLocation", new { Bucket = $"two-{account.Id}" }))["LocationConstraint"]);
        await account.Root.S3.CallAsync("HeadBucket", new { Bucket = $"two-{account.Id}" });
        await account.Root.S3.CallAsync("DeleteBucket", new { Bucket = $"two-{account.Id}" });
        Assert.Equal([$"one-{account.Id}"], Mine(await account.Root.S3.CallAsync("ListBuckets")));
        Assert.Equal("403", (await account.Root.S3.FailAsync("HeadBucket", new { Bucket = $"one-{account.Id}", ExpectedBucketOwner = "999999999999" })).Code);
    }

    [Fact, Covers("s3", "DeleteBucket", Aspect.Refuses)]
    public async Task A_bucket_that_holds_anything_stays()
    {
        var bucket = await account.NewBucketAsync("full", "Enabled");
        await account.PutAsync(bucket, "a", "1");
        await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "a" });
        Assert.Equal("BucketNotEmpty", (await account.Root.S3.FailAsync("DeleteBucket", new { Bucket = bucket })).Code);
        foreach (var list in (string[])["Versions", "DeleteMarkers"])
        {
            foreach (var version in (await account.Root.S3.CallAsync("ListObjectVersions", new { Bucket = bucket })).List(list))
            {
                await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "a", VersionId = version["VersionId"] });
            }
        }

        await account.Root.S3.CallAsync("CreateMultipartUpload", new { Bucket = bucket, Key = "unfinished" });
        await account.Root.S3.CallAsync("DeleteBucket", new { Bucket = bucket });
    }

    [Fact]
    [Covers("s3", "PutBucketVersioning", Aspect.Works)]
    [Covers("s3", "GetBucketVersioning", Aspect.Works)]
    [Covers("s3", "PutBucketTagging", Aspect.Works)]
    [Covers("s3", "GetBucketTagging", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "DeleteBucketTagging", Aspect.Works)]
    [Covers("s3", "PutBucketCors", Aspect.Works)]
    [Covers("s3", "GetBucketCors", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "DeleteBucketCors", Aspect.Works)]
    [Covers("s3", "PutBucketEncryption", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "GetBucketEncryption", Aspect.Works)]
    [Covers("s3", "DeleteBucketEncryption", Aspect.Works)]
    [Covers("s3", "PutBucketLifecycleConfiguration", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "GetBucketLifecycleConfiguration", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "DeleteBucketLifecycle", Aspect.Works)]
    public async Task Settings_are_kept_told_and_taken_back()
    {
        var bucket = await account.NewBucketAsync("settings");
        var s3 = account.Root.S3;
        var it = new { Bucket = bucket };
        Assert.Null((await s3.CallAsync("GetBucketVersioning", it))["Status"]);
        await account.SetVersioningAsync(bucket, "Enabled");
        Assert.Equal("Enabled", (await s3.CallAsync("GetBucketVersioning", it))["Status"]);
        await account.SetVersioningAsync(bucket, "Suspended");
        Assert.Equal("Suspended", (await s3.CallAsync("GetBucketVersioning", it))["Status"]);
        Assert.Equal("MalformedXML", (await s3.FailAsync("PutBucketVersioning", new { Bucket = bucket, VersioningConfiguration = new { Status = "On" } })).Code);

        Assert.Equal(("NoSuchTagSet", 404), CodeOf(await s3.FailAsync("GetBucketTagging", it)));
        await s3.CallAsync("PutBucketTagging", new { Bucket = bucket, Tagging = new { TagSet = new[] { new { Key = "a", Value = "1" }, new { Key = "A", Value = "" } } } });
        Assert.Equal(["1", ""], (await s3.CallAsync("GetBucketTagging", it)).Texts("TagSet", "Value"));
        await s3.CallAsync("DeleteBucketTagging", it);
        Assert.Equal("NoSuchTagSet", (await s3.FailAsync("GetBucketTagging", it)).Code);

        Assert.Equal(("NoSuchCORSConfiguration", 404), CodeOf(await s3.FailAsync("GetBucketCors", it)));
        var rule = new { ID = "r", AllowedMethods = new[] { "GET", "PUT" }, AllowedOrigins = new[] { "https://*.example.com" }, AllowedHeaders = new[] { "*" }, MaxAgeSeconds = 30 };
        await s3.CallAsync("PutBucketCors", new { Bucket = bucket, CORSConfiguration = new { CORSRules = new[] { rule } } });
        var cors = (await s3.CallAsync("GetBucketCors", it)).List("CORSRules").Single();
        Assert.Equal("""["https://*.example.com"]""", cors["AllowedOrigins"]);
        Assert.Equal("30", cors["MaxAgeSeconds"]);
        await s3.CallAsync("DeleteBucketCors", it);
        Assert.Equal("NoSuchCORSConfiguration", (await s3.FailAsync("GetBucketCors", it)).Code);

        await s3.CallAsync("PutBucketEncryption", new { Bucket = bucket, ServerSideEncryptionConfiguration = Encryption("AES256") });
        Assert.Equal(("NotImplemented", 501), CodeOf(await s3.FailAsync("PutBucketEncryption", new { Bucket = bucket, ServerSideEncryptionConfiguration = Encryption("aws:kms") })));
        await s3.CallAsync("DeleteBucketEncryption", it);
        Assert.Contains("AES256", (await s3.CallAsync("GetBucketEncryption", it))["ServerSideEncryptionConfiguration"]!, StringComparison.Ordinal);

        Assert.Equal(("NoSuchLifecycleConfiguration", 404), CodeOf(await s3.FailAsync("GetBucketLifecycleConfiguration", it)));
        await s3.CallAsync("PutBucketLifecycleConfiguration", new { Bucket = bucket, LifecycleConfiguration = Lifecycle(new { DaysAfterInitiation = 7 }, null) });
        Assert.Equal("7", (await s3.CallAsync("GetBucketLifecycleConfiguration", it)).List("Rules").Single()["AbortIncompleteMultipartUpload.DaysAfterInitiation"]);
        Assert.Equal(("NotImplemented", 501), CodeOf(await s3.FailAsync(
            "PutBucketLifecycleConfiguration", new { Bucket = bucket, LifecycleConfiguration = Lifecycle(null, new { Days = 1 }) })));
        Assert.Contains("r", (await s3.CallAsync("CreateMultipartUpload", new { Bucket = bucket, Key = "k" }))["AbortRuleId"]!, StringComparison.Ordinal);
        await s3.CallAsync("DeleteBucketLifecycle", it);
        Assert.Equal("NoSuchLifecycleConfiguration", (await s3.FailAsync("GetBucketLifecycleConfiguration", it)).Code);
    }

    [Fact]
    [Covers("s3", "GetBucketLogging", Aspect.Works)]
    [Covers("s3", "GetBucketWebsite", Aspect.Works)]
    [Covers("s3", "GetBucketReplication", Aspect.Works)]
    [Covers("s3", "GetBucketRequestPayment", Aspect.Works)]
    [Covers("s3", "GetBucketAccelerateConfiguration", Aspect.Works)]
    [Covers("s3", "GetObjectLockConfiguration", Aspect.Works)]
    [Covers("s3", "GetBucketNotificationConfiguration", Aspect.Works)]
    [Covers("s3", "ListBucketAnalyticsConfigurations", Aspect.Works)]
    [Covers("s3", "ListBucketIntelligentTieringConfigurations", Aspect.Works)]
    [Covers("s3", "ListBucketInventoryConfigurations", Aspect.Works)]
    [Covers("s3", "ListBucketMetricsConfigurations", Aspect.Works)]
    [Covers("s3", "GetBucketAnalyticsConfiguration", Aspect.Works)]
    [Covers("s3", "GetBucketIntelligentTieringConfiguration", Aspect.Works)]
    [Covers("s3", "GetBucketInventoryConfiguration", Aspect.Works)]
    [Covers("s3", "GetBucketMetricsConfiguration", Aspect.Works)]
    [Covers("s3", "DeleteBucketAnalyticsConfiguration", Aspect.Works)]
    [Covers("s3", "DeleteBucketIntelligentTieringConfiguration", Aspect.Works)]
    [Covers("s3", "DeleteBucketInventoryConfiguration", Aspect.Works)]
    [Covers("s3", "DeleteBucketMetricsConfiguration", Aspect.Works)]
    [Covers("s3", "DeleteBucketWebsite", Aspect.Works)]
    [Covers("s3", "DeleteBucketReplication", Aspect.Works)]
    [Covers("s3", "PutBucketRequestPayment", Aspect.Works)]
    [Covers("s3", "PutBucketLogging", Aspect.Works)]
    [Covers("s3", "PutBucketNotificationConfiguration", Aspect.Works)]
    [Covers("s3", "GetObjectLegalHold", Aspect.Works)]
    [Covers("s3", "GetObjectRetention", Aspect.Works)]
    public async Task What_is_not_configured_is_told_as_AWS_tells_it()
    {
        var it = new { Bucket = await account.NewBucketAsync("plain") };
        var s3 = account.Root.S3;
        Assert.Null((await s3.CallAsync("GetBucketLogging", it))["LoggingEnabled"]);
        Assert.Equal("BucketOwner", (await s3.CallAsync("GetBucketRequestPayment", it))["Payer"]);
        Assert.Null((await s3.CallAsync("GetBucketAccelerateConfiguration", it))["Status"]);
        Assert.Null((await s3.CallAsync("GetBucketNotificationConfiguration", it))["TopicConfigurations"]);
        Assert.Equal(("NoSuchWebsiteConfiguration", 404), CodeOf(await s3.FailAsync("GetBucketWebsite", it)));
        Assert.Equal(("ReplicationConfigurationNotFoundError", 404), CodeOf(await s3.FailAsync("GetBucketReplication", it)));
        Assert.Equal(("ObjectLockConfigurationNotFoundError", 404), CodeOf(await s3.FailAsync("GetObjectLockConfiguration", it)));
        foreach (var kind in (string[])["Analytics", "IntelligentTiering", "Inventory", "Metrics"])
        {
            Assert.Equal("false", (await s3.CallAsync($"ListBucket{kind}Configurations", it))["IsTruncated"]);
            Assert.Equal(("NoSuchConfiguration", 404), CodeOf(await s3.FailAsync($"GetBucket{kind}Configuration", new { it.Bucket, Id = "x" })));
            Assert.Equal(("NoSuchConfiguration", 404), CodeOf(await s3.FailAsync($"DeleteBucket{kind}Configuration", new { it.Bucket, Id = "x" })));
        }

        await account.PutAsync(it.Bucket, "k", "x");
        Assert.Equal(("InvalidRequest", 400), CodeOf(await s3.FailAsync("GetObjectLegalHold", new { it.Bucket, Key = "k" })));
        Assert.Equal(("InvalidRequest", 400), CodeOf(await s3.FailAsync("GetObjectRetention", new { it.Bucket, Key = "k" })));

        // What says that there shall be none is taken.
        await s3.CallAsync("DeleteBucketWebsite", it);
        await s3.CallAsync("DeleteBucketReplication", it);
        await s3.CallAsync("PutBucketRequestPayment", new { it.Bucket, RequestPaymentConfiguration = new { Payer = "BucketOwner" } });
        await s3.CallAsync("PutBucketLogging", new { it.Bucket, BucketLoggingStatus = new { } });
        await s3.CallAsync("PutBucketNotificationConfiguration", new { it.Bucket, NotificationConfiguration = new { } });
    }

    [Fact]
    [Covers("s3", "GetBucketAcl", Aspect.Works)]
    [Covers("s3", "PutBucketAcl", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "GetObjectAcl", Aspect.Works)]
    [Covers("s3", "PutObjectAcl", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "GetBucketOwnershipControls", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "PutBucketOwnershipControls", Aspect.Works)]
    [Covers("s3", "DeleteBucketOwnershipControls", Aspect.Works)]
    public async Task ACLs_say_that_the_owner_may_do_all_and_can_say_nothing_else()
    {
        var bucket = await account.NewBucketAsync("acls");
        var s3 = account.Root.S3;
        var it = new { Bucket = bucket };
        await account.PutAsync(bucket, "k", "x");
        Assert.Equal(["FULL_CONTROL"], (await s3.CallAsync("GetBucketAcl", it)).Texts("Grants", "Permission"));
        Assert.Equal(["CanonicalUser"], (await s3.CallAsync("GetObjectAcl", new { Bucket = bucket, Key = "k" })).Texts("Grants", "Grantee.Type"));
        await s3.CallAsync("PutBucketAcl", new { Bucket = bucket, ACL = "private" });
        await s3.CallAsync("PutObjectAcl", new { Bucket = bucket, Key = "k", ACL = "bucket-owner-full-control" });
        var refused = new SdkError("AccessControlListNotSupported", 400, "The bucket does not allow ACLs");
        Assert.Equal(refused, await s3.FailAsync("PutBucketAcl", new { Bucket = bucket, ACL = "public-read" }));
        Assert.Equal(refused, await s3.FailAsync("PutObjectAcl", new { Bucket = bucket, Key = "k", ACL = "public-read" }));
        Assert.Equal(refused, await s3.FailAsync("PutObject", new { Bucket = bucket, Key = "k", ACL = "public-read", Body = "y" }));
        Assert.Equal("BucketOwnerEnforced", (await s3.CallAsync("GetBucketOwnershipControls", it)).List("OwnershipControls.Rules").Single()["ObjectOwnership"]);
        await s3.CallAsync("DeleteBucketOwnershipControls", it);
        Assert.Equal("OwnershipControlsNotFoundError", (await s3.FailAsync("GetBucketOwnershipControls", it)).Code);
        await s3.CallAsync("PutBucketOwnershipControls", new { Bucket = bucket, OwnershipControls = new { Rules = new[] { new { ObjectOwnership = "BucketOwnerEnforced" } } } });
    }

    // The class's other tests have buckets too.
    private static IEnumerable<string?> Mine(SdkAnswer listed) =>
        listed.Texts("Buckets", "Name").Where(static name => name!.StartsWith("one-", StringComparison.Ordinal) || name.StartsWith("two-", StringComparison.Ordinal));

    private static (string, int) CodeOf(SdkError error) => (error.Code, error.Status);

    private static object Encryption(string algorithm) =>
        new { Rules = new[] { new { ApplyServerSideEncryptionByDefault = new { SSEAlgorithm = algorithm } } } };

    private static object Lifecycle(object? abort, object? expiration)
    {
        var rule = new Dictionary<string, object> { ["ID"] = "r", ["Status"] = "Enabled", ["Filter"] = new { Prefix = "" } };
        if (abort is not null)
        {
            rule["AbortIncompleteMultipartUpload"] = abort;
        }

        if (expiration is not null)
        {
            rule["Expiration"] = expiration;
        }

        return new { Rules = new[] { rule } };
    }
}
