namespace Claviger.EndToEnd;

public sealed class MultipartTests(TestAccount account) : IClassFixture<TestAccount>
{
    private const int Least = 5 * 1024 * 1024;

    [Fact]
    [Covers("s3", "CreateMultipartUpload", Aspect.Works)]
    [Covers("s3", "UploadPart", Aspect.Works)]
    [Covers("s3", "UploadPartCopy", Aspect.Works)]
    [Covers("s3", "ListParts", Aspect.Works)]
    [Covers("s3", "ListMultipartUploads", Aspect.Works)]
    [Covers("s3", "CompleteMultipartUpload", Aspect.Works)]
    public async Task Parts_make_an_object()
    {
        var bucket = await account.NewBucketAsync("parts");
        await account.PutAsync(bucket, "source", "0123456789");
        var upload = (await account.Root.S3.CallAsync("CreateMultipartUpload", new { Bucket = bucket, Key = "k", ContentType = "text/plain", Tagging = "a=1" }))["UploadId"]!;
        var one = await PartAsync(bucket, upload, 1, new string('a', Least));
        var unused = await PartAsync(bucket, upload, 2, "unused");
        var copied = (await account.Root.S3.CallAsync(
            "UploadPartCopy", new { Bucket = bucket, Key = "k", UploadId = upload, PartNumber = 3, CopySource = $"{bucket}/source", CopySourceRange = "bytes=2-4" }))["CopyPartResult.ETag"]!;
        var listed = await account.Root.S3.CallAsync("ListParts", new { Bucket = bucket, Key = "k", UploadId = upload });
        Assert.Equal(["1", "2", "3"], listed.Texts("Parts", "PartNumber"));
        Assert.Equal([one, unused, copied], listed.Texts("Parts", "ETag"));
        Assert.Equal([upload], (await account.Root.S3.CallAsync("ListMultipartUploads", new { Bucket = bucket })).Texts("Uploads", "UploadId"));

        var made = await CompleteAsync(bucket, upload, (1, one), (3, copied));
        Assert.EndsWith("-2\"", made["ETag"], StringComparison.Ordinal);
        Assert.Equal(made["ETag"], (await CompleteAsync(bucket, upload, (1, one), (3, copied)))["ETag"]);
        var head = await account.Root.S3.CallAsync("HeadObject", new { Bucket = bucket, Key = "k", PartNumber = 3 });
        Assert.Equal(("3", "2", "text/plain"), (head["ContentLength"], head["PartsCount"], head["ContentType"]));
        var across = await account.Root.S3.CallAsync("GetObject", new { Bucket = bucket, Key = "k", Range = $"bytes={Least - 2}-" });
        Assert.Equal(("aa234", $"bytes {Least - 2}-{Least + 2}/{Least + 3}"), (across["Body"], across["ContentRange"]));
        Assert.Equal(new string('a', Least) + "234", await account.TextAsync(bucket, "k"));
        Assert.Empty((await account.Root.S3.CallAsync("ListMultipartUploads", new { Bucket = bucket })).List("Uploads"));
        Assert.Equal("2", (await account.Root.S3.CallAsync("GetObjectAttributes", new { Bucket = bucket, Key = "k", ObjectAttributes = new[] { "ObjectParts" } }))["ObjectParts.TotalPartsCount"]);
        await account.Root.S3.CallAsync("CopyObject", new { Bucket = bucket, Key = "copy", CopySource = $"{bucket}/k" });
        Assert.Equal($"{Least + 3}", (await account.Root.S3.CallAsync("HeadObject", new { Bucket = bucket, Key = "copy" }))["ContentLength"]);
    }

    [Fact]
    [Covers("s3", "CompleteMultipartUpload", Aspect.Refuses)]
    [Covers("s3", "UploadPart", Aspect.Refuses)]
    [Covers("s3", "AbortMultipartUpload", Aspect.Works)]
    public async Task What_the_parts_are_not_is_refused_and_changes_nothing()
    {
        var bucket = await account.NewBucketAsync("refused");
        var upload = (await account.Root.S3.CallAsync("CreateMultipartUpload", new { Bucket = bucket, Key = "k" }))["UploadId"]!;
        var one = await PartAsync(bucket, upload, 1, "short");
        var two = await PartAsync(bucket, upload, 2, "two");
        Assert.Equal("EntityTooSmall", await RefusalAsync(bucket, upload, (1, one), (2, two)));
        Assert.Equal("InvalidPartOrder", await RefusalAsync(bucket, upload, (2, two), (1, one)));
        Assert.Equal("InvalidPart", await RefusalAsync(bucket, upload, (1, two)));
        Assert.Equal("InvalidPart", await RefusalAsync(bucket, upload, (3, one)));
        Assert.Equal("NoSuchUpload", await RefusalAsync(bucket, upload + "0", (1, one)));
        Assert.Equal("InvalidArgument", (await account.Root.S3.FailAsync("UploadPart", new { Bucket = bucket, Key = "k", UploadId = upload, PartNumber = 10_001, Body = "" })).Code);
        Assert.Equal("NoSuchUpload", (await account.Root.S3.FailAsync("UploadPart", new { Bucket = bucket, Key = "other", UploadId = upload, PartNumber = 1, Body = "" })).Code);
        Assert.Equal("2", $"{(await account.Root.S3.CallAsync("ListParts", new { Bucket = bucket, Key = "k", UploadId = upload })).List("Parts").Count}");
        await account.Root.S3.CallAsync("AbortMultipartUpload", new { Bucket = bucket, Key = "k", UploadId = upload });
        Assert.Equal(("NoSuchUpload", 404), CodeOf(await account.Root.S3.FailAsync("AbortMultipartUpload", new { Bucket = bucket, Key = "k", UploadId = upload })));
        Assert.Equal("0", (await account.Root.S3.CallAsync("ListObjectsV2", new { Bucket = bucket }))["KeyCount"]);
    }

    private static (string, int) CodeOf(SdkError error) => (error.Code, error.Status);

    private static object Complete(string bucket, string upload, (int Number, string ETag)[] parts) => new
    {
        Bucket = bucket, Key = "k", UploadId = upload, MultipartUpload = new { Parts = parts.Select(static part => new { PartNumber = part.Number, part.ETag }) },
    };

    private async Task<string> PartAsync(string bucket, string upload, int number, string body) => (await account.Root.S3.CallAsync(
        "UploadPart", new { Bucket = bucket, Key = "k", UploadId = upload, PartNumber = number, Body = body }))["ETag"]!;

    private Task<SdkAnswer> CompleteAsync(string bucket, string upload, params (int, string)[] parts) =>
        account.Root.S3.CallAsync("CompleteMultipartUpload", Complete(bucket, upload, parts));

    private async Task<string> RefusalAsync(string bucket, string upload, params (int, string)[] parts) =>
        (await account.Root.S3.FailAsync("CompleteMultipartUpload", Complete(bucket, upload, parts))).Code;
}
