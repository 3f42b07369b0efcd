namespace Claviger.EndToEnd;

public sealed class S3RefusalTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("s3", "GetBucketLocation", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketPolicy", Aspect.Refuses)]
    [Covers("s3", "DeletePublicAccessBlock", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketOwnershipControls", Aspect.Refuses)]
    [Covers("s3", "GetBucketAcl", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketTagging", Aspect.Refuses)]
    [Covers("s3", "GetBucketVersioning", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketCors", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketLifecycle", Aspect.Refuses)]
    [Covers("s3", "GetBucketEncryption", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketEncryption", Aspect.Refuses)]
    [Covers("s3", "GetBucketLogging", Aspect.Refuses)]
    [Covers("s3", "GetBucketRequestPayment", Aspect.Refuses)]
    [Covers("s3", "GetBucketAccelerateConfiguration", Aspect.Refuses)]
    [Covers("s3", "GetBucketNotificationConfiguration", Aspect.Refuses)]
    [Covers("s3", "ListBucketAnalyticsConfigurations", Aspect.Refuses)]
    [Covers("s3", "ListBucketIntelligentTieringConfigurations", Aspect.Refuses)]
    [Covers("s3", "ListBucketInventoryConfigurations", Aspect.Refuses)]
    [Covers("s3", "ListBucketMetricsConfigurations", Aspect.Refuses)]
    [Covers("s3", "GetBucketAnalyticsConfiguration", Aspect.Refuses)]
    [Covers("s3", "GetBucketIntelligentTieringConfiguration", Aspect.Refuses)]
    [Covers("s3", "GetBucketInventoryConfiguration", Aspect.Refuses)]
    [Covers("s3", "GetBucketMetricsConfiguration", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketAnalyticsConfiguration", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketIntelligentTieringConfiguration", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketInventoryConfiguration", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketMetricsConfiguration", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketWebsite", Aspect.Refuses)]
    [Covers("s3", "DeleteBucketReplication", Aspect.Refuses)]
    public async Task A_bucket_that_does_not_exist_is_told_to_all_who_ask()
    {
        var bucket = $"nowhere-{account.Id}";
        var missing = new SdkError("NoSuchBucket", 404, "The specified bucket does not exist");
        foreach (var call in BucketCall.All)
        {
            Assert.Equal(missing, await account.Root.S3.FailAsync(call.Operation, call.For(bucket)));
        }

        Assert.Equal(missing, await account.Root.S3.FailAsync(
            "DeleteObjects", new { Bucket = bucket, Delete = new { Objects = new[] { new { Key = "a" } } } }));
        Assert.Equal(missing, await account.Server.Anonymous.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "a" }));
    }

    [Fact]
    [Covers("s3", "HeadBucket", Aspect.Refuses)]
    [Covers("s3", "HeadObject", Aspect.Refuses)]
    public async Task Heads_of_what_is_not_there_are_404()
    {
        var bucket = await account.NewBucketAsync("heads");
        Assert.Equal(404, (await account.Root.S3.FailAsync("HeadBucket", new { Bucket = bucket + "-x" })).Status);
        Assert.Equal(404, (await account.Root.S3.FailAsync("HeadObject", new { Bucket = bucket, Key = "none" })).Status);
    }

    [Theory, Covers("s3", "CreateBucket", Aspect.Refuses)]
    [InlineData("ab")]
    [InlineData("Upper-case")]
    [InlineData("under_score")]
    [InlineData("-dash")]
    [InlineData("dash-")]
    [InlineData("two..dots")]
    [InlineData("192.168.5.4")]
    [InlineData("xn--name")]
    [InlineData("name-s3alias")]
    public async Task No_bucket_has_a_name_that_AWS_does_not_know(string name)
    {
        var http = account.Root.Http;
        var answer = await http.SendAsync(http.Sign(
            new RawRequest { Method = "PUT", Target = "/" + name, Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD")] }, "s3"));
        Assert.Equal(new SdkError("InvalidBucketName", 400, "The specified bucket is not valid."), answer.Error);
    }

    [Fact, Covers("s3", "CreateBucket", Aspect.Refuses)]
    public async Task A_name_is_taken_whoever_has_it()
    {
        var bucket = $"taken-{account.Id}";
        await account.Server.FirstRoot.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        Assert.Equal("BucketAlreadyExists", (await account.Root.S3.FailAsync("CreateBucket", new { Bucket = bucket })).Code);
        // AWS: in us-east-1 the owner is told that all is well, elsewhere that it has the bucket already.
        await account.Server.FirstRoot.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        var abroad = new { Bucket = bucket + "-eu", CreateBucketConfiguration = new { LocationConstraint = "eu-west-1" } };
        await account.Root.S3.CallAsync("CreateBucket", abroad);
        Assert.Equal("BucketAlreadyOwnedByYou", (await account.Root.S3.FailAsync("CreateBucket", abroad)).Code);
        foreach (var nowhere in (string[])["mars", "us-east-1", "eu-west-99"])
        {
            Assert.Equal(
                new SdkError("InvalidLocationConstraint", 400, "The specified location-constraint is not valid"),
                await account.Root.S3.FailAsync(
                    "CreateBucket", new { Bucket = bucket + "-no", CreateBucketConfiguration = new { LocationConstraint = nowhere } }));
        }
    }

    [Fact, Covers("s3", "ListBuckets", Aspect.Refuses)]
    public async Task A_page_of_buckets_begins_at_a_token_of_ours_alone()
    {
        var http = account.Root.Http;
        var answer = await http.SendAsync(http.Sign(
            new RawRequest { Method = "GET", Target = "/?continuation-token=%21", Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD")] }, "s3"));
        Assert.Equal(new SdkError("InvalidArgument", 400, "The continuation token provided is incorrect"), answer.Error);
    }
}
