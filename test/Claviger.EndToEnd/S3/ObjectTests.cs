using System.Text;

namespace Claviger.EndToEnd;

public sealed class ObjectTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    [Covers("s3", "PutObject", Aspect.Works)]
    [Covers("s3", "GetObject", Aspect.Works)]
    [Covers("s3", "HeadObject", Aspect.Works)]
    public async Task An_object_is_answered_as_it_was_put()
    {
        var bucket = await account.NewBucketAsync("whole");
        const string key = "dir//../ünï ☃+&?%41/x";
        var put = await account.Root.S3.CallAsync("PutObject", new
        {
            Bucket = bucket, Key = key, Body = "hello", ContentType = "text/plain", CacheControl = "no-cache", ContentLanguage = "de",
            ContentDisposition = "attachment", ContentEncoding = "identity", Metadata = new { Colour = "blue" }, StorageClass = "STANDARD_IA",
            Tagging = "a=1&b=",
        });
        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", put["ETag"]);
        Assert.Equal("AES256", put["ServerSideEncryption"]);
        foreach (var operation in (string[])["GetObject", "HeadObject"])
        {
            var got = await account.Root.S3.CallAsync(operation, new { Bucket = bucket, Key = key });
            Assert.Equal(operation == "GetObject" ? "hello" : null, got["Body"]);
            Assert.Equal(
                ("5", "text/plain", "no-cache", "de", "attachment", "identity", """{"colour":"blue"}""", "STANDARD_IA", "2", put["ETag"]),
                (got["ContentLength"], got["ContentType"], got["CacheControl"], got["ContentLanguage"], got["ContentDisposition"], got["ContentEncoding"], got["Metadata"], got["StorageClass"], Header(got, "x-amz-tagging-count"), got["ETag"]));
        }

        Assert.Equal([key], (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket })).Texts("Contents", "Key"));
        await account.PutAsync(bucket, "empty", "");
        Assert.Equal("", await account.TextAsync(bucket, "empty"));
        Assert.Equal("InvalidStorageClass", (await account.Root.S3.FailAsync("PutObject", new { Bucket = bucket, Key = "k", Body = "", StorageClass = "GLACIER" })).Code);
        Assert.Equal("KeyTooLongError", (await account.Root.S3.FailAsync("PutObject", new { Bucket = bucket, Key = new string('k', 1025), Body = "" })).Code);
    }

    [Theory, Covers("s3", "GetObject", Aspect.Works)]
    [InlineData("bytes=0-0", "0", "bytes 0-0/10")]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=-30", "0123456789", "bytes 0-9/10")]
    [InlineData("bytes=8-100", "89", "bytes 8-9/10")]
    [InlineData("bytes=0-1,3-4", "0123456789", null)]
    [InlineData("bytes=5-4", "0123456789", null)]
    [InlineData("lines=1-2", "0123456789", null)]
    public async Task Ranges_are_answered_as_far_as_there_are_bytes(string range, string text, string? contentRange)
    {
        var bucket = $"ranges-{account.Id}";
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        await account.PutAsync(bucket, "digits", "0123456789");
        var got = await account.Root.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "digits", Range = range });
        Assert.Equal((text, contentRange), (got["Body"], got["ContentRange"]));
        Assert.Equal(contentRange is null ? "200" : "206", got["ResponseMetadata.HTTPStatusCode"]);
    }

    [Fact, Covers("s3", "GetObject", Aspect.Refuses)]
    public async Task Conditions_and_ranges_that_do_not_hold_are_refused()
    {
        var bucket = await account.NewBucketAsync("conditions");
        var etag = (await account.PutAsync(bucket, "k", "0123"))["ETag"]!;
        async Task<int> Get(object parameters) => (await account.Root.S3.FailAsync("GetObject", parameters)).Status;
        Assert.Equal(416, await Get(new { Bucket = bucket, Key = "k", Range = "bytes=4-" }));
        Assert.Equal(412, await Get(new { Bucket = bucket, Key = "k", IfMatch = "\"other\"" }));
        Assert.Equal(304, await Get(new { Bucket = bucket, Key = "k", IfNoneMatch = etag }));
        Assert.Equal(304, await Get(new { Bucket = bucket, Key = "k", IfModifiedSince = "2099-01-01T00:00:00Z" }));
        Assert.Equal(412, await Get(new { Bucket = bucket, Key = "k", IfUnmodifiedSince = "2001-01-01T00:00:00Z" }));
        Assert.Equal("0123", (await account.Root.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "k", IfMatch = etag, IfUnmodifiedSince = "2001-01-01T00:00:00Z" }))["Body"]);
        Assert.Equal(new SdkError("NoSuchKey", 404, "The specified key does not exist."), await account.Root.S3.FailAsync("GetObject", new { Bucket = bucket, Key = "K" }));
    }

    [Fact, Covers("s3", "PutObject", Aspect.Refuses)]
    public async Task A_write_under_a_condition_happens_once_among_many()
    {
        var bucket = await account.NewBucketAsync("races");
        async Task<RawAnswer> Put(string key, string name, string value)
        {
            var http = account.Root.Http;
            return await http.SendAsync(http.Sign(
                new RawRequest
                {
                    Method = "PUT", Target = $"/{bucket}/{key}", Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), (name, value)], Body = Encoding.ASCII.GetBytes(value),
                },
                "s3"));
        }

        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Put("new", "If-None-Match", "*")));
        Assert.Single(first, static answer => answer.Status == 200);
        Assert.All(first.Where(static answer => answer.Status != 200), static answer => Assert.Equal("PreconditionFailed", answer.Error.Code));
        var etag = first.Single(static answer => answer.Status == 200).Header("ETag")!;
        var second = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Put("new", "If-Match", etag)));
        Assert.Single(second, static answer => answer.Status == 200);
        Assert.Equal(404, (await Put("none", "If-Match", etag)).Status);
        Assert.Equal("NotImplemented", (await Put("new", "If-None-Match", etag)).Error.Code);
    }

    [Fact]
    [Covers("s3", "DeleteObject", Aspect.Works)]
    [Covers("s3", "DeleteObjects", Aspect.Works | Aspect.Refuses)]
    public async Task Objects_are_deleted_one_by_one_or_many_at_once()
    {
        var bucket = await account.NewBucketAsync("deleted");
        foreach (var key in (string[])["a", "b", "c"])
        {
            await account.PutAsync(bucket, key, key);
        }

        await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "a" });
        await account.Root.S3.CallAsync("DeleteObject", new { Bucket = bucket, Key = "never" });
        var many = await account.Root.S3.CallAsync(
            "DeleteObjects", new { Bucket = bucket, Delete = new { Objects = new[] { new { Key = "b" }, new { Key = "never" } } } });
        Assert.Equal(["b", "never"], many.Texts("Deleted", "Key"));
        var quiet = await account.Root.S3.CallAsync(
            "DeleteObjects", new { Bucket = bucket, Delete = new { Objects = new[] { new { Key = "c" } }, Quiet = true } });
        Assert.Empty(quiet.List("Deleted"));
        Assert.Equal("0", (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket }))["KeyCount"]);
        Assert.Equal("MalformedXML", (await account.Root.S3.FailAsync(
            "DeleteObjects", new { Bucket = bucket, Delete = new { Objects = Enumerable.Range(0, 1001).Select(static i => new { Key = $"{i}" }) } })).Code);
    }

    [Fact]
    [Covers("s3", "PutObjectTagging", Aspect.Works | Aspect.Refuses)]
    [Covers("s3", "GetObjectTagging", Aspect.Works)]
    [Covers("s3", "DeleteObjectTagging", Aspect.Works)]
    public async Task Tags_are_set_told_and_taken_away()
    {
        var bucket = await account.NewBucketAsync("tags");
        await account.PutAsync(bucket, "k", "x");
        var it = new { Bucket = bucket, Key = "k" };
        Assert.Empty((await account.Root.S3.CallAsync("GetObjectTagging", it)).List("TagSet"));
        await account.Root.S3.CallAsync("PutObjectTagging", Tagged(new { Key = "a", Value = "1" }, new { Key = "A", Value = "" }));
        Assert.Equal(["a", "A"], (await account.Root.S3.CallAsync("GetObjectTagging", it)).Texts("TagSet", "Key"));
        await account.Root.S3.CallAsync("DeleteObjectTagging", it);
        Assert.Empty((await account.Root.S3.CallAsync("GetObjectTagging", it)).List("TagSet"));
        Assert.Equal("InvalidTag", (await account.Root.S3.FailAsync("PutObjectTagging", Tagged(new { Key = "a", Value = "1" }, new { Key = "a", Value = "2" }))).Code);
        Assert.Equal("BadRequest", (await account.Root.S3.FailAsync(
            "PutObjectTagging", Tagged([.. Enumerable.Range(0, 11).Select(static i => (object)new { Key = $"k{i}", Value = "" })]))).Code);

        object Tagged(params object[] tags) => new { Bucket = bucket, Key = "k", Tagging = new { TagSet = tags } };
    }

    [Fact]
    [Covers("s3", "CopyObject", Aspect.Works | Aspect.Refuses)]
    public async Task A_copy_has_headers_and_tags_of_its_source_or_others()
    {
        var bucket = await account.NewBucketAsync("copies");
        await account.Root.S3.CallAsync("PutObject", new { Bucket = bucket, Key = "from ü", Body = "text", ContentType = "text/plain", Metadata = new { a = "1" }, Tagging = "t=1" });
        var copied = await account.Root.S3.CallAsync("CopyObject", new { Bucket = bucket, Key = "to", CopySource = $"{bucket}/from ü" });
        Assert.Equal("\"1cb251ec0d568de6a929b520c4aed8d1\"", copied["CopyObjectResult.ETag"]);
        var got = await account.Root.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "to" });
        Assert.Equal(("text", "text/plain", """{"a":"1"}"""), (got["Body"], got["ContentType"], got["Metadata"]));
        Assert.Equal(["t"], (await account.Root.S3.CallAsync("GetObjectTagging", new { Bucket = bucket, Key = "to" })).Texts("TagSet", "Key"));

        await account.Root.S3.CallAsync("CopyObject", new { Bucket = bucket, Key = "to", CopySource = $"{bucket}/to", MetadataDirective = "REPLACE", ContentType = "text/css", TaggingDirective = "REPLACE" });
        Assert.Equal("text/css", (await account.Root.S3.CallAsync("HeadObject", new { Bucket = bucket, Key = "to" }))["ContentType"]);
        Assert.Empty((await account.Root.S3.CallAsync("GetObjectTagging", new { Bucket = bucket, Key = "to" })).List("TagSet"));
        Assert.Equal("text", await account.TextAsync(bucket, "to"));

        async Task<string> Copy(object parameters) => (await account.Root.S3.FailAsync("CopyObject", parameters)).Code;
        Assert.Equal("InvalidRequest", await Copy(new { Bucket = bucket, Key = "to", CopySource = $"{bucket}/to" }));
        Assert.Equal("NoSuchKey", await Copy(new { Bucket = bucket, Key = "to", CopySource = $"{bucket}/none" }));
        Assert.Equal("PreconditionFailed", await Copy(new { Bucket = bucket, Key = "x", CopySource = $"{bucket}/to", CopySourceIfMatch = "\"other\"" }));
    }

    [Fact, Covers("s3", "GetObjectAttributes", Aspect.Works)]
    public async Task Attributes_are_told_as_asked()
    {
        var bucket = await account.NewBucketAsync("attributes");
        await account.PutAsync(bucket, "k", "hello");
        var got = await account.Root.S3.CallAsync(
            "GetObjectAttributes", new { Bucket = bucket, Key = "k", ObjectAttributes = new[] { "ETag", "ObjectSize", "StorageClass" } });
        Assert.Equal(("5d41402abc4b2a76b9719d911017c592", "5", "STANDARD"), (got["ETag"], got["ObjectSize"], got["StorageClass"]));
        Assert.Null((await account.Root.S3.CallAsync("GetObjectAttributes", new { Bucket = bucket, Key = "k", ObjectAttributes = new[] { "ObjectSize" } }))["ETag"]);
    }

    private static string? Header(SdkAnswer answer, string name) =>
        (string?)answer.Json!["ResponseMetadata"]!["HTTPHeaders"]![name];
}
