namespace Claviger.EndToEnd;

public sealed class VersionTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("s3", "ListObjectVersions", Aspect.Works)]
    [Covers("s3", "DeleteObject", Aspect.Works)]
    public async Task Versions_stay_until_each_is_deleted()
    {
        var bucket = await account.NewBucketAsync("kept");
        Assert.Null((await account.PutAsync(bucket, "k", "null"))["VersionId"]);
        await account.SetVersioningAsync(bucket, "Enabled");
        var one = (await account.PutAsync(bucket, "k", "one"))["VersionId"]!;
        var two = (await account.PutAsync(bucket, "k", "two"))["VersionId"]!;
        Assert.Equal(("two", "one", "null"), (await account.TextAsync(bucket, "k"), await account.TextAsync(bucket, "k", one), await account.TextAsync(bucket, "k", "null")));

        var deleted = await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "k" });
        Assert.Equal("true", deleted["DeleteMarker"]);
        Assert.Equal("NoSuchKey", (await account.Root.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "k" })).Code);
        Assert.Equal(("MethodNotAllowed", 405), CodeOf(await account.Root.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "k", VersionId = deleted["VersionId"] })));
        var listed = await account.Root.S3.CallAsync("ListObjectVersions", new { Bucket = bucket });
        Assert.Equal([two, one, "null"], listed.Texts("Versions", "VersionId"));
        Assert.Equal(["false", "false", "false"], listed.Texts("Versions", "IsLatest"));
        Assert.Equal(["true"], listed.Texts("DeleteMarkers", "IsLatest"));
        Assert.Equal("0", (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket }))["KeyCount"]);

        await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "k", VersionId = deleted["VersionId"] });
        Assert.Equal("two", await account.TextAsync(bucket, "k"));
        await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "k", VersionId = two });
        Assert.Equal("one", await account.TextAsync(bucket, "k"));
        Assert.Equal(("NoSuchVersion", 404), CodeOf(await account.Root.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "k", VersionId = two })));
        Assert.Equal(("InvalidArgument", 400), CodeOf(await account.Root.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "k", VersionId = "nonsense" })));
    }

    [Fact, Covers("s3", "PutBucketVersioning", Aspect.Works)]
    public async Task Suspended_the_null_version_is_replaced_and_the_others_stay()
    {
        var bucket = await account.NewBucketAsync("suspended", "Enabled");
        var kept = (await account.PutAsync(bucket, "k", "kept"))["VersionId"]!;
        await account.SetVersioningAsync(bucket, "Suspended");
        Assert.Equal("null", (await account.PutAsync(bucket, "k", "first"))["VersionId"]);
        await account.PutAsync(bucket, "k", "second");
        Assert.Equal(["null", kept], (await account.Root.S3.CallAsync("ListObjectVersions", new { Bucket = bucket })).Texts("Versions", "VersionId"));
        Assert.Equal("second", await account.TextAsync(bucket, "k"));
        Assert.Equal("null", (await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "k" }))["VersionId"]);
        Assert.Equal("kept", await account.TextAsync(bucket, "k", kept));
    }

    [Fact, Covers("s3", "GetObject", Aspect.Denies)]
    public async Task A_version_takes_an_action_of_its_own()
    {
        var bucket = await account.NewBucketAsync("ofversion", "Enabled");
        var version = (await account.PutAsync(bucket, "k", "x"))["VersionId"];
        var reader = await account.NewUserAsync("reader", TestAccount.Allow("s3:GetObject"));
        await reader.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "k" });
        Assert.Equal(
            account.Denied("reader", "s3:GetObjectVersion", $"\"arn:aws:s3:::{bucket}/k\""),
            await reader.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "k", VersionId = version }));
    }

    private static (string, int) CodeOf(SdkError error) => (error.Code, error.Status);
}
