using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Claviger.EndToEnd;

/// <summary>The SDK for .NET with S3: signed chunks, a whole signed body, multipart, presigned URLs, and nobody at all.</summary>
public sealed class DotNetObjectsTests(TestAccount account) : IClassFixture<TestAccount>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_goes_in_and_out_whether_it_is_signed_in_chunks_or_whole(bool inChunks)
    {
        using var s3 = Client(account.Root);
        var bucket = await MakeBucketAsync(s3, inChunks ? "chunks" : "whole");
        var content = RandomNumberGenerator.GetBytes(300_000);

        var put = await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = "a/../b//c d", InputStream = new MemoryStream(content), UseChunkEncoding = inChunks }, Cancel);
        Assert.Equal(HttpStatusCode.OK, put.HttpStatusCode);

        using var got = await s3.GetObjectAsync(bucket, "a/../b//c d", Cancel);
        using var back = new MemoryStream();
        await got.ResponseStream.CopyToAsync(back, Cancel);
        Assert.Equal(content, back.ToArray());
        Assert.NotEqual("aws-chunked", got.Headers.ContentEncoding);
        Assert.Equal(["a/../b//c d"], (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket }, Cancel)).S3Objects.Select(found => found.Key));
    }

    [Fact]
    public async Task A_long_object_goes_up_in_parts()
    {
        using var s3 = Client(account.Root);
        var bucket = await MakeBucketAsync(s3, "parts");
        var content = RandomNumberGenerator.GetBytes(11 * 1024 * 1024);
        using var transfer = new TransferUtility(s3, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 * 1024 * 1024 });

        await transfer.UploadAsync(
            new TransferUtilityUploadRequest { BucketName = bucket, Key = "long", InputStream = new MemoryStream(content), PartSize = 5 * 1024 * 1024 }, Cancel);

        var head = await s3.GetObjectMetadataAsync(bucket, "long", Cancel);
        Assert.EndsWith("-3\"", head.ETag, StringComparison.Ordinal);
        using var got = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = "long", ByteRange = new ByteRange(5_000_000, 6_000_000) }, Cancel);
        using var back = new MemoryStream();
        await got.ResponseStream.CopyToAsync(back, Cancel);
        Assert.Equal(HttpStatusCode.PartialContent, got.HttpStatusCode);
        Assert.Equal(content[5_000_000..6_000_001], back.ToArray());
    }

    [Fact]
    public async Task A_presigned_url_carries_its_signers_permissions_and_no_more()
    {
        using var root = Client(account.Root);
        var bucket = await MakeBucketAsync(root, "presigned");
        await root.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "k", ContentBody = "text" }, Cancel);
        using var http = new HttpClient();

        Assert.Equal("text", await http.GetStringAsync(Presigned(root, bucket), Cancel));
        using var without = Client(await account.NewUserAsync("nobody"));
        using var denied = await http.GetAsync(Presigned(without, bucket), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Contains("is not authorized to perform: s3:GetObject", await denied.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var put = new Uri(await root.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = bucket, Key = "put", Verb = HttpVerb.PUT, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5), Protocol = Protocol.HTTP,
        }));
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes("by hand"));
        Assert.Equal(HttpStatusCode.OK, (await http.PutAsync(put, body, Cancel)).StatusCode);
        Assert.Equal("by hand", await http.GetStringAsync(Presigned(root, bucket, "put"), Cancel));
    }

    [Fact]
    public async Task Nobody_reads_what_a_public_policy_lets_everybody_read()
    {
        using var root = Client(account.Root);
        var bucket = await MakeBucketAsync(root, "public");
        await root.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "open/k", ContentBody = "open" }, Cancel);
        await root.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "closed/k", ContentBody = "closed" }, Cancel);
        using var nobody = new AmazonS3Client(new AnonymousAWSCredentials(), Config());
        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(() => nobody.GetObjectAsync(bucket, "open/k", Cancel));
        Assert.Equal(("AccessDenied", "Access Denied"), (refused.ErrorCode, refused.Message));

        await root.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = bucket }, Cancel);
        await root.PutBucketPolicyAsync(
            new PutBucketPolicyRequest
            {
                BucketName = bucket,
                Policy = $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::{{bucket}}/open/*"} }""",
            },
            Cancel);
        using var got = await nobody.GetObjectAsync(bucket, "open/k", Cancel);
        using var reader = new StreamReader(got.ResponseStream);
        Assert.Equal("open", await reader.ReadToEndAsync(Cancel));
        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AmazonS3Exception>(() => nobody.GetObjectAsync(bucket, "closed/k", Cancel))).ErrorCode);
    }

    private static Uri Presigned(AmazonS3Client s3, string bucket, string key = "k") => new(s3.GetPreSignedURL(new GetPreSignedUrlRequest
    {
        BucketName = bucket, Key = key, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5), Protocol = Protocol.HTTP,
    }));

    private async Task<string> MakeBucketAsync(AmazonS3Client s3, string name)
    {
        var bucket = $"net-{name}-{account.Id}";
        await s3.PutBucketAsync(bucket, Cancel);
        return bucket;
    }

    private AmazonS3Client Client(SdkCaller caller) =>
        new(new BasicAWSCredentials(caller.Credentials!.AccessKeyId, caller.Credentials.SecretAccessKey), Config());

    private AmazonS3Config Config() => new()
    {
        ServiceURL = account.Server.Endpoint.OriginalString, ForcePathStyle = true, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0,
    };
}
