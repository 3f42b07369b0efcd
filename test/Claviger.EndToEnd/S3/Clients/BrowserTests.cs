namespace Claviger.EndToEnd;

/// <summary>What browsers ask of S3: preflights, answers for scripts of other origins, and buckets with host names of their own.</summary>
public sealed class BrowserTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task A_preflight_is_answered_by_the_buckets_rules()
    {
        var bucket = await MakeBucketAsync("cors");
        var refused = await PreflightAsync(bucket, "https://app.example.com", "PUT");
        Assert.Equal(new SdkError("AccessForbidden", 403, "CORSResponse: CORS is not enabled for this bucket."), refused.Error);

        await account.Root.S3.CallAsync("PutBucketCors", new
        {
            Bucket = bucket,
            CORSConfiguration = new
            {
                CORSRules = new[]
                {
                    new
                    {
                        AllowedOrigins = new[] { "https://*.example.com" }, AllowedMethods = new[] { "PUT", "GET" }, AllowedHeaders = new[] { "x-amz-*" },
                        ExposeHeaders = new[] { "ETag" }, MaxAgeSeconds = 60,
                    },
                },
            },
        });

        var allowed = await PreflightAsync(bucket, "https://app.example.com", "PUT", "x-amz-date");
        Assert.Equal(
            (200, "https://app.example.com", "PUT, GET", "x-amz-date", "ETag", "60"),
            (allowed.Status, allowed.Header("Access-Control-Allow-Origin"), allowed.Header("Access-Control-Allow-Methods"),
                allowed.Header("Access-Control-Allow-Headers"), allowed.Header("Access-Control-Expose-Headers"), allowed.Header("Access-Control-Max-Age")));
        Assert.Equal(403, (await PreflightAsync(bucket, "https://evil.example.org", "PUT")).Status);
        Assert.Equal(403, (await PreflightAsync(bucket, "https://app.example.com", "DELETE")).Status);
        Assert.Equal(403, (await PreflightAsync(bucket, "https://app.example.com", "PUT", "authorization")).Status);

        var listed = await SignedAsync($"/{bucket}", ("Origin", "https://app.example.com"));
        Assert.Equal((200, "https://app.example.com"), (listed.Status, listed.Header("Access-Control-Allow-Origin")));
        Assert.Null((await SignedAsync($"/{bucket}", ("Origin", "https://evil.example.org"))).Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("BUCKET.localhost:4566")]
    [InlineData("BUCKET.s3.us-east-1.amazonaws.com")]
    [InlineData("BUCKET.s3.amazonaws.com")]
    public async Task A_bucket_has_a_host_name_of_its_own(string host)
    {
        var bucket = await MakeBucketAsync($"host-{host.Length}");
        await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = $"{bucket}/k", Body = "text" });

        var answer = await SignedAsync($"/{bucket}/k", ("Host", host.Replace("BUCKET", bucket, StringComparison.Ordinal)));
        Assert.Equal((200, "text"), (answer.Status, answer.Body));
    }

    private async Task<string> MakeBucketAsync(string name)
    {
        var bucket = $"{name}-{account.Id}";
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        return bucket;
    }

    private Task<RawAnswer> SignedAsync(string target, params (string Name, string Value)[] headers)
    {
        var http = account.Root.Http;
        var request = new RawRequest { Method = "GET", Target = target, Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), .. headers] };
        return http.SendAsync(http.Sign(request, "s3"));
    }

    private Task<RawAnswer> PreflightAsync(string bucket, string origin, string method, string? headers = null) => account.Server.Anonymous.Http.SendAsync(new RawRequest
    {
        Method = "OPTIONS",
        Target = $"/{bucket}/key",
        Headers = [("Origin", origin), ("Access-Control-Request-Method", method), .. headers is null ? [] : new[] { ("Access-Control-Request-Headers", headers) }],
    });
}
