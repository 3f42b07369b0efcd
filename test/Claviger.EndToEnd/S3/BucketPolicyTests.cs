namespace Claviger.EndToEnd;

public sealed class BucketPolicyTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("s3", "PutBucketPolicy", Aspect.Works)]
    [Covers("s3", "GetBucketPolicy", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "DeleteBucketPolicy", Aspect.Works)]
    public async Task A_policy_grants_to_a_user_by_name_until_that_user_is_gone()
    {
        var bucket = await account.NewBucketAsync("granting");
        var it = new { Bucket = bucket };
        await account.PutAsync(bucket, "k", "x");
        var bob = await account.NewUserAsync("bob");
        Assert.Equal(("NoSuchBucketPolicy", 404), CodeOf(await account.Root.S3.FailAsync("GetBucketPolicy", it)));
        await account.SetPolicyAsync(bucket, $$"""{"Effect":"Allow","Principal":{"AWS":"{{account.Arn("user/bob")}}"},"Action":"s3:GetObject","Resource":"BUCKET/*"}""");
        Assert.Equal("x", (await bob.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "k" }))["Body"]);
        Assert.Contains(account.Arn("user/bob"), (await account.Root.S3.CallAsync("GetBucketPolicy", it))["Policy"]!, StringComparison.Ordinal);

        // One deleted and made again inherits nothing.
        await account.Root.Iam.CallAsync("DeleteAccessKey", new { UserName = "bob", bob.Credentials!.AccessKeyId });
        await account.Root.Iam.CallAsync("DeleteUser", new { UserName = "bob" });
        var other = await account.NewUserAsync("bob");
        Assert.Equal(403, (await other.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "k" })).Status);
        Assert.Contains("AIDA", (await account.Root.S3.CallAsync("GetBucketPolicy", it))["Policy"]!, StringComparison.Ordinal);
        await account.Root.S3.CallAsync("DeleteBucketPolicy", it);
        Assert.Equal("NoSuchBucketPolicy", (await account.Root.S3.FailAsync("GetBucketPolicy", it)).Code);
    }

    [Theory, Covers("s3", "PutBucketPolicy", Aspect.Refuses)]
    [InlineData("""[]""", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"BUCKET/*"}]}""", "Missing required field Principal")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::another/*"}]}""", "Policy has invalid resource")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObjekt","Resource":"BUCKET/*"}]}""", "Policy has invalid action")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"iam:GetUser","Resource":"BUCKET/*"}]}""", "Policy has invalid action")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"BUCKET"}]}""", "Action does not apply to any resource(s) in statement")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:ListBucket","Resource":"BUCKET/*"}]}""", "Action does not apply to any resource(s) in statement")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"USER"},"Action":"s3:GetObject","Resource":"BUCKET/*"}]}""", "Invalid principal in policy")]
    public async Task What_is_no_policy_of_the_bucket_is_refused(string policy, string message)
    {
        var bucket = $"malformed-{account.Id}";
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        var text = policy.Replace("BUCKET", $"arn:aws:s3:::{bucket}", StringComparison.Ordinal).Replace("USER", account.Arn("user/nobody"), StringComparison.Ordinal);
        Assert.Equal(new SdkError("MalformedPolicy", 400, message), await account.Root.S3.FailAsync("PutBucketPolicy", new { Bucket = bucket, Policy = text }));
    }

    [Fact]
    [Covers("s3", "GetPublicAccessBlock", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "PutPublicAccessBlock", Aspect.Works)]
    [Covers("s3", "DeletePublicAccessBlock", Aspect.Works)]
    [Covers("s3", "GetBucketPolicyStatus", Aspect.Works)]
    [Covers("s3", "PutBucketPolicy", Aspect.Denies)]
    public async Task The_public_is_let_in_only_once_nothing_blocks_it()
    {
        var bucket = await account.NewBucketAsync("public");
        var it = new { Bucket = bucket };
        const string open = """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"BUCKET/*"}""";
        await account.PutAsync(bucket, "k", "x");
        var object_ = new { Bucket = bucket, Key = "k" };
        Assert.Equal("true", (await account.Root.S3.CallAsync("GetPublicAccessBlock", it))["PublicAccessBlockConfiguration.BlockPublicPolicy"]);
        var blocked = await account.Root.S3.FailAsync("PutBucketPolicy", new { Bucket = bucket, Policy = BucketsOfTests.PolicyOf(bucket, open) });
        Assert.Equal(("AccessDenied", 403), CodeOf(blocked));
        Assert.EndsWith("because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.", blocked.Message, StringComparison.Ordinal);

        await account.UnblockAsync(bucket);
        Assert.Equal("NoSuchPublicAccessBlockConfiguration", (await account.Root.S3.FailAsync("GetPublicAccessBlock", it)).Code);
        Assert.Equal(new SdkError("AccessDenied", 403, "Access Denied"), await account.Server.Anonymous.S3.FailAsync("GetObject", object_));
        await account.SetPolicyAsync(bucket, open);
        Assert.Equal("true", (await account.Root.S3.CallAsync("GetBucketPolicyStatus", it))["PolicyStatus.IsPublic"]);
        Assert.Equal("x", (await account.Server.Anonymous.S3.CallAsync("GetObject", object_))["Body"]);
        Assert.Equal(new SdkError("AccessDenied", 403, "Access Denied"), await account.Server.Anonymous.S3.FailAsync("ListObjectsV2", it));
        Assert.Equal(new SdkError("AccessDenied", 403, "Access Denied"), await account.Server.Anonymous.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "none" }));

        await account.Root.S3.CallAsync("PutPublicAccessBlock", new { Bucket = bucket, PublicAccessBlockConfiguration = new { RestrictPublicBuckets = true } });
        Assert.Equal(403, (await account.Server.Anonymous.S3.FailAsync("GetObject", object_)).Status);
        Assert.Equal("x", (await (await account.NewUserAsync("inside")).S3.CallAsync("GetObject", object_))["Body"]);
    }

    [Fact, Covers("s3", "GetObject", Aspect.Denies)]
    public async Task Another_account_needs_both_sides_and_is_told_no_more_than_that()
    {
        var bucket = await account.NewBucketAsync("across");
        await account.PutAsync(bucket, "k", "x");
        var other = account.Server.FirstRoot;
        var it = new { Bucket = bucket, Key = "k" };
        Assert.Equal(new SdkError("AccessDenied", 403, "Access Denied"), await other.S3.FailAsync("GetObject", it));
        await account.SetPolicyAsync(bucket, $$"""{"Effect":"Allow","Principal":{"AWS":"{{LiveServer.AccountId}}"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"BUCKET/*"}""");
        Assert.Equal("x", (await other.S3.CallAsync("GetObject", it))["Body"]);
        await other.S3.CallAsync("PutObject", new { Bucket = bucket, Key = "theirs", Body = "y" });
        // The bucket's owner owns what others put.
        Assert.Equal("y", await account.TextAsync(bucket, "theirs"));
        Assert.Equal(403, (await other.S3.FailAsync("DeleteObject", it)).Status);
    }

    [Fact, Covers("s3", "DeleteBucketPolicy", Aspect.Works)]
    public async Task The_root_user_takes_away_a_policy_that_denies_everybody()
    {
        var bucket = await account.NewBucketAsync("locked");
        var admin = await account.NewUserAsync("admin", TestAccount.Allow("s3:*"));
        // AWS: that who denies itself must confirm it is documented, and asked of nobody.
        const string everything = """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["BUCKET","BUCKET/*"]}""";
        await admin.S3.CallAsync("PutBucketPolicy", new { Bucket = bucket, Policy = BucketsOfTests.PolicyOf(bucket, everything) });
        Assert.Equal(403, (await account.Root.S3.FailAsync("ListObjectsV2", new { Bucket = bucket })).Status);
        var denied = await admin.S3.FailAsync("DeleteBucketPolicy", new { Bucket = bucket });
        Assert.EndsWith("with an explicit deny in a resource-based policy", denied.Message, StringComparison.Ordinal);
        await account.Root.S3.CallAsync("PutBucketPolicy", new { Bucket = bucket, Policy = BucketsOfTests.PolicyOf(bucket, everything), ConfirmRemoveSelfBucketAccess = true });
        await account.Root.S3.CallAsync("DeleteBucketPolicy", new { Bucket = bucket });
        await admin.S3.CallAsync("ListObjectsV2", new { Bucket = bucket });
    }

    [Fact, Covers("s3", "PutObject", Aspect.Denies)]
    public async Task Tags_of_objects_and_requests_decide()
    {
        var bucket = await account.NewBucketAsync("abac");
        await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = "red", Body = "r", Tagging = "team=red" });
        await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = "blue", Body = "b", Tagging = "team=blue" });
        const string policy = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"s3:ExistingObjectTag/team":"red"}}},
              {"Effect":"Allow","Action":["s3:PutObject","s3:PutObjectTagging"],"Resource":"*","Condition":{"StringEquals":{"s3:RequestObjectTag/team":"red"},"ForAllValues:StringEquals":{"s3:RequestObjectTagKeys":["team"]}}}]}
            """;
        var red = await account.NewUserAsync("red", policy);
        Assert.Equal("r", (await red.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "red" }))["Body"]);
        Assert.Equal(account.Denied("red", "s3:GetObject", $"\"arn:aws:s3:::{bucket}/blue\""), await red.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "blue" }));
        await red.S3.CallAsync("PutObject", new { Bucket = bucket, Key = "new", Body = "n", Tagging = "team=red" });
        var denied = account.Denied("red", "s3:PutObject", $"\"arn:aws:s3:::{bucket}/new\"");
        Assert.Equal(denied, await red.S3.FailAsync("PutObject", new { Bucket = bucket, Key = "new", Body = "n" }));
        Assert.Equal(denied, await red.S3.FailAsync("PutObject", new { Bucket = bucket, Key = "new", Body = "n", Tagging = "team=red&more=1" }));
        Assert.Equal("n", await account.TextAsync(bucket, "new"));
    }

    [Fact, Covers("s3", "PutObject", Aspect.Denies)]
    public async Task A_policy_demands_headers_of_a_write()
    {
        var bucket = await account.NewBucketAsync("headers");
        await account.SetPolicyAsync(
            bucket,
            """{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"BUCKET/*","Condition":{"Null":{"s3:x-amz-server-side-encryption":"true"}}}""");
        var denied = await account.Root.S3.FailAsync("PutObject", new { Bucket = bucket, Key = "k", Body = "x" });
        Assert.EndsWith("with an explicit deny in a resource-based policy", denied.Message, StringComparison.Ordinal);
        await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = "k", Body = "x", ServerSideEncryption = "AES256" });
    }

    private static (string, int) CodeOf(SdkError error) => (error.Code, error.Status);
}
