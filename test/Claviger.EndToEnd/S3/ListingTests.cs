namespace Claviger.EndToEnd;

public sealed class ListingTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static readonly string[] Keys = ["a/1", "a/2", "a b+c", "b", "c/x/1", "é"];

    [Fact]
    [Covers("s3", "ListObjectsV2", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "ListObjects", Aspect.Works)]
    public async Task Pages_go_on_where_the_last_ended()
    {
        var bucket = await FilledAsync("pages");
        var shown = new List<string?>();
        SdkAnswer page;
        string? token = null;
        do
        {
            var parameters = new Dictionary<string, object> { ["Bucket"] = bucket, ["MaxKeys"] = 2, ["Delimiter"] = "/" };
            if (token is not null)
            {
                parameters["ContinuationToken"] = token;
            }

            page = await account.Root.S3.CallAsync("ListObjectsV2", parameters);
            shown.AddRange(page.Texts("Contents", "Key"));
            shown.AddRange(page.Texts("CommonPrefixes", "Prefix"));
            token = page["NextContinuationToken"];
        }
        while (page["IsTruncated"] == "true");
        Assert.Equal(["a b+c", "a/", "b", "c/", "é"], shown.Order(StringComparer.Ordinal));
        Assert.Equal("InvalidArgument", (await account.Root.S3.FailAsync("ListObjectsV2", new { Bucket = bucket, ContinuationToken = "!" })).Code);
        Assert.Equal("InvalidArgument", (await account.Root.S3.FailAsync("ListObjectsV2", new { Bucket = bucket, MaxKeys = -1 })).Code);

        var first = await account.Root.S3.CallAsync("ListObjects", new { Bucket = bucket, MaxKeys = 2, Delimiter = "/" });
        Assert.Equal(("true", "a/"), (first["IsTruncated"], first["NextMarker"]));
        var rest = await account.Root.S3.CallAsync("ListObjects", new { Bucket = bucket, Delimiter = "/", Marker = "a/" });
        Assert.Equal(["b", "é"], rest.Texts("Contents", "Key"));
        Assert.Equal(["c/"], rest.Texts("CommonPrefixes", "Prefix"));
        Assert.Equal(["a/2"], (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket, Prefix = "a/", StartAfter = "a/1" })).Texts("Contents", "Key"));
    }

    [Fact, Covers("s3", "ListObjectsV2", Aspect.Denies)]
    public async Task A_policy_holds_a_user_to_its_own_prefix()
    {
        var bucket = await FilledAsync("homes");
        await account.PutAsync(bucket, "home/anna/x", "1");
        const string policy = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::homes-*","Condition":{"StringLike":{"s3:prefix":"home/${aws:username}/*"},"NumericLessThanEquals":{"s3:max-keys":"10"}}},
              {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::homes-*/home/${aws:username}/*"}]}
            """;
        var anna = await account.NewUserAsync("anna", policy);
        Assert.Single((await anna.S3.CallAsync("ListObjectsV2", new { Bucket = bucket, Prefix = "home/anna/", MaxKeys = 10 })).List("Contents"));
        await anna.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "home/anna/x" });
        var denied = account.Denied("anna", "s3:ListBucket", $"\"arn:aws:s3:::{bucket}\"");
        Assert.Equal(denied, await anna.S3.FailAsync("ListObjectsV2", new { Bucket = bucket, MaxKeys = 10 }));
        Assert.Equal(denied, await anna.S3.FailAsync("ListObjectsV2", new { Bucket = bucket, Prefix = "home/", MaxKeys = 10 }));
        Assert.Equal(denied, await anna.S3.FailAsync("ListObjectsV2", new { Bucket = bucket, Prefix = "home/anna/" }));
        Assert.Equal(403, (await anna.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "b" })).Status);
        // That something is missing is told to who may list.
        Assert.Equal(denied, await anna.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "home/anna/none" }));
    }

    private async Task<string> FilledAsync(string name)
    {
        var bucket = await account.NewBucketAsync(name);
        foreach (var key in Keys)
        {
            await account.PutAsync(bucket, key, key);
        }

        return bucket;
    }
}
