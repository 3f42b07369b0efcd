using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Amazon.S3.Model;

namespace Claviger.EndToEnd;

/// <summary>What a gateway does in front of any upstream: everything is decided at the gateway, by its own principals and policies.</summary>
public abstract class GatewayTests(GatewayServers servers)
{
    private static readonly AwsCredentials Root = LiveServer.RootKey;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SdkClient AsRoot => servers.S3(Root);

    [Fact]
    public async Task Objects_go_in_and_out_with_their_headers_ranges_and_conditions()
    {
        var bucket = await servers.NewBucketAsync("through");
        using var s3 = servers.DotNet(Root);
        var content = RandomNumberGenerator.GetBytes(300_000);
        var put = new PutObjectRequest { BucketName = bucket, Key = "dir/an object ü", InputStream = new MemoryStream(content), ContentType = "image/png" };
        put.Metadata.Add("colour", "blue");
        await s3.PutObjectAsync(put, Cancel);

        using var got = await s3.GetObjectAsync(bucket, "dir/an object ü", Cancel);
        Assert.Equal(content, await BytesAsync(got));
        Assert.Equal(("image/png", "blue"), (got.Headers.ContentType, got.Metadata["colour"]));
        using var part = await s3.GetObjectAsync(
            new GetObjectRequest { BucketName = bucket, Key = "dir/an object ü", ByteRange = new ByteRange(100_000, 200_000) }, Cancel);
        Assert.Equal(HttpStatusCode.PartialContent, part.HttpStatusCode);
        Assert.Equal(content[100_000..200_001], await BytesAsync(part));
        Assert.Equal(304, (await AsRoot.FailAsync("GetObject", new { Bucket = bucket, Key = "dir/an object ü", IfNoneMatch = got.ETag })).Status);
        Assert.Equal("NoSuchKey", (await AsRoot.FailAsync("GetObject", new { Bucket = bucket, Key = "none" })).Code);
        Assert.Equal(404, (await AsRoot.FailAsync("HeadObject", new { Bucket = bucket, Key = "none" })).Status);

        await AsRoot.CallAsync("CopyObject", new { Bucket = bucket, Key = "copy", CopySource = new { Bucket = bucket, Key = "dir/an object ü" } });
        Assert.Equal(["copy", "dir/an object ü"], (await AsRoot.CallAsync("ListObjectsV2", new { Bucket = bucket })).Texts("Contents", "Key"));
        Assert.Equal(["dir/"], (await AsRoot.CallAsync("ListObjects", new { Bucket = bucket, Delimiter = "/" })).Texts("CommonPrefixes", "Prefix"));
        Assert.Equal("BucketNotEmpty", (await AsRoot.FailAsync("DeleteBucket", new { Bucket = bucket })).Code);
        await AsRoot.CallAsync("DeleteObject", new { Bucket = bucket, Key = "copy" });
        await AsRoot.CallAsync("DeleteObject", new { Bucket = bucket, Key = "dir/an object ü" });
        await AsRoot.CallAsync("DeleteBucket", new { Bucket = bucket });
        Assert.DoesNotContain(bucket, (await AsRoot.CallAsync("ListBuckets")).Texts("Buckets", "Name"));
        Assert.Equal(404, (await servers.Upstream.FailAsync("HeadBucket", new { Bucket = bucket })).Status);
    }

    [Fact]
    public async Task A_long_object_goes_up_in_parts()
    {
        var bucket = await servers.NewBucketAsync("parts");
        using var s3 = servers.DotNet(Root);
        var content = RandomNumberGenerator.GetBytes((5 * 1024 * 1024) + 1000);
        var upload = (await s3.InitiateMultipartUploadAsync(bucket, "long", Cancel)).UploadId;
        var completion = new CompleteMultipartUploadRequest { BucketName = bucket, Key = "long", UploadId = upload };
        foreach (var (number, bytes) in new[] { (1, content[..(5 * 1024 * 1024)]), (2, content[(5 * 1024 * 1024)..]) })
        {
            completion.AddPartETags(await s3.UploadPartAsync(
                new UploadPartRequest { BucketName = bucket, Key = "long", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(bytes) }, Cancel));
        }

        var made = await s3.CompleteMultipartUploadAsync(completion, Cancel);
        Assert.Equal("long", made.Key);
        Assert.Equal($"{s3.Config.ServiceURL.TrimEnd('/')}/{bucket}/long", made.Location);
        using var got = await s3.GetObjectAsync(bucket, "long", Cancel);
        Assert.Equal(content, await BytesAsync(got));
    }

    [Fact]
    public async Task What_no_identity_policy_allows_never_reaches_the_upstream()
    {
        var bucket = await servers.NewBucketAsync("identity");
        await PutAsync(bucket, "home/ann/a", "hers");
        await PutAsync(bucket, "home/ben/b", "his");
        var ann = servers.S3(await servers.NewUserAsync("ann", """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::identity/home/${aws:username}/*"},
              {"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::identity","Condition":{"StringLike":{"s3:prefix":"home/${aws:username}/*"}}}]}
            """));

        Assert.Equal("hers", (await ann.CallAsync("GetObject", new { Bucket = bucket, Key = "home/ann/a" }))["Body"]);
        Assert.Equal(["home/ann/a"], (await ann.CallAsync("ListObjectsV2", new { Bucket = bucket, Prefix = "home/ann/" })).Texts("Contents", "Key"));
        var asked = await servers.AskedDuringAsync(async () =>
        {
            var denied = await ann.FailAsync("GetObject", new { Bucket = bucket, Key = "home/ben/b" });
            Assert.Equal(("AccessDenied", 403), (denied.Code, denied.Status));
            Assert.Contains("user/ann is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::identity/home/ben/b\"", denied.Message, StringComparison.Ordinal);
            Assert.Equal(403, (await ann.FailAsync("PutObject", new { Bucket = bucket, Key = "home/ben/b", Body = "mine" })).Status);
            Assert.Equal(403, (await ann.FailAsync("ListObjectsV2", new { Bucket = bucket })).Status);
            Assert.Equal(403, (await ann.FailAsync("DeleteObject", new { Bucket = bucket, Key = "home/ann/a" })).Status);
            Assert.Equal(403, (await ann.FailAsync("CopyObject", new { Bucket = bucket, Key = "home/ann/c", CopySource = $"{bucket}/home/ben/b", TaggingDirective = "REPLACE" })).Status);
            Assert.Equal(403, (await ann.FailAsync("CreateBucket", new { Bucket = "anns-own" })).Status);
        });
        Assert.Empty(asked);

        // That something isn't there is for those to know who may list all.
        Assert.Equal(403, (await ann.FailAsync("GetObject", new { Bucket = bucket, Key = "home/ann/none" })).Status);
    }

    [Fact]
    public async Task A_buckets_policy_lets_in_and_shuts_out()
    {
        var bucket = await servers.NewBucketAsync("resource");
        await PutAsync(bucket, "open/k", "open");
        await PutAsync(bucket, "shut/k", "shut");
        await AsRoot.CallAsync("DeletePublicAccessBlock", new { Bucket = bucket });
        await AsRoot.CallAsync("PutBucketPolicy", new
        {
            Bucket = bucket,
            Policy = BucketsOfTests.PolicyOf(bucket, """
                {"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"BUCKET/open/*"},
                {"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"BUCKET/shut/*"}
                """),
        });
        var nobody = servers.S3(null);
        Assert.Equal("open", (await nobody.CallAsync("GetObject", new { Bucket = bucket, Key = "open/k" }))["Body"]);
        var reader = servers.S3(await servers.NewUserAsync("reader", TestAccount.Allow("s3:*")));
        var asked = await servers.AskedDuringAsync(async () =>
        {
            Assert.Equal(new SdkError("AccessDenied", 403, "Access Denied"), await nobody.FailAsync("GetObject", new { Bucket = bucket, Key = "shut/k" }));
            Assert.Contains("explicit deny", (await reader.FailAsync("GetObject", new { Bucket = bucket, Key = "shut/k" })).Message, StringComparison.Ordinal);
            Assert.Equal(403, (await nobody.FailAsync("PutObject", new { Bucket = bucket, Key = "open/k", Body = "x" })).Status);
        });
        Assert.Empty(asked);
        await AsRoot.CallAsync("DeleteBucketPolicy", new { Bucket = bucket });
        Assert.Equal(403, (await nobody.FailAsync("GetObject", new { Bucket = bucket, Key = "open/k" })).Status);
    }

    [Fact]
    public async Task Tags_that_only_the_upstream_knows_decide()
    {
        var bucket = await servers.NewBucketAsync("tagged");
        foreach (var team in new[] { "red", "blue" })
        {
            await PutAsync(bucket, team, team);
            await AsRoot.CallAsync("PutObjectTagging", new { Bucket = bucket, Key = team, Tagging = new { TagSet = new[] { new { Key = "team", Value = team } } } });
        }

        Assert.Equal(["red"], (await AsRoot.CallAsync("GetObjectTagging", new { Bucket = bucket, Key = "red" })).Texts("TagSet", "Value"));
        var red = servers.S3(await servers.NewUserAsync("red", TestEntities.AllowIf("StringEquals", "s3:ExistingObjectTag/team", "red", "s3:GetObject")));
        Assert.Equal("red", (await red.CallAsync("GetObject", new { Bucket = bucket, Key = "red" }))["Body"]);
        Assert.Equal(403, (await red.FailAsync("GetObject", new { Bucket = bucket, Key = "blue" })).Status);
        Assert.Equal(403, (await red.FailAsync("GetObject", new { Bucket = bucket, Key = "none" })).Status);

        // Where no policy asks for tags, nor is the upstream asked for them.
        var asked = await servers.AskedDuringAsync(() => AsRoot.CallAsync("GetObject", new { Bucket = bucket, Key = "blue" }));
        Assert.Equal(["GET /tagged/blue"], asked);
    }

    [Fact]
    public async Task Of_many_objects_those_alone_are_deleted_that_may_be()
    {
        var bucket = await servers.NewBucketAsync("many");
        await PutAsync(bucket, "mine/a", "a");
        await PutAsync(bucket, "theirs/b", "b");
        var user = servers.S3(await servers.NewUserAsync("half", TestAccount.AllowOn("arn:aws:s3:::many/mine/*", "s3:DeleteObject")));
        var answer = await user.CallAsync("DeleteObjects", Deletion("mine/a", "theirs/b"));
        Assert.Equal(["mine/a"], answer.Texts("Deleted", "Key"));
        Assert.Equal([("theirs/b", "AccessDenied")], answer.List("Errors").Select(error => (error["Key"], error["Code"])));
        Assert.Equal(["theirs/b"], (await AsRoot.CallAsync("ListObjectsV2", new { Bucket = bucket })).Texts("Contents", "Key"));
        Assert.Empty(await servers.AskedDuringAsync(() => user.CallAsync("DeleteObjects", Deletion("theirs/b"))));

        object Deletion(params string[] keys) => new { Bucket = bucket, Delete = new { Objects = keys.Select(key => new { Key = key }) } };
    }

    [Fact]
    public async Task A_presigned_url_works_and_carries_no_more_than_its_signer_has()
    {
        var bucket = await servers.NewBucketAsync("presigned");
        var put = servers.Http.Presign(new RawRequest { Method = "PUT", Target = $"/{bucket}/k" }, "s3") with { Body = "by hand"u8.ToArray() };
        Assert.Equal(200, (await servers.Http.SendAsync(put)).Status);
        Assert.Equal("by hand", (await servers.Http.SendAsync(servers.Http.Presign(new RawRequest { Method = "GET", Target = $"/{bucket}/k" }, "s3"))).Body);
        var powerless = new RawHttp(servers.Gateway.Endpoint, await servers.NewUserAsync("powerless", TestAccount.Allow("s3:ListAllMyBuckets")));
        Assert.Equal(403, (await powerless.SendAsync(powerless.Presign(new RawRequest { Method = "GET", Target = $"/{bucket}/k" }, "s3"))).Status);
    }

    [Fact]
    public async Task A_bucket_that_the_upstream_has_already_is_nobodys_until_the_account_named_for_it_makes_it_its_own()
    {
        await servers.Upstream.CallAsync("CreateBucket", new { Bucket = "older" });
        await servers.Upstream.CallAsync("PutObject", new { Bucket = "older", Key = "k", Body = "older" });
        Assert.Equal("NoSuchBucket", (await AsRoot.FailAsync("GetObject", new { Bucket = "older", Key = "k" })).Code);

        var made = await servers.Http.SendAsync(servers.Http.Sign(new RawRequest
        {
            Target = "/_claviger/accounts", Headers = [("Content-Type", "application/json")], Body = "{}"u8.ToArray(),
        }));
        var account = JsonNode.Parse(made.Body)!;
        var other = servers.S3(new AwsCredentials((string)account["RootAccessKeyId"]!, (string)account["RootSecretAccessKey"]!));
        Assert.Equal(("BucketAlreadyExists", 409), Of(await other.FailAsync("CreateBucket", new { Bucket = "older" })));

        await AsRoot.CallAsync("CreateBucket", new { Bucket = "older" });
        Assert.Equal("older", (await AsRoot.CallAsync("GetObject", new { Bucket = "older", Key = "k" }))["Body"]);
        Assert.Contains("older", (await AsRoot.CallAsync("ListBuckets")).Texts("Buckets", "Name"));
        Assert.Equal(("AccessDenied", 403), Of(await other.FailAsync("GetObject", new { Bucket = "older", Key = "k" })));

        static (string, int) Of(SdkError error) => (error.Code, error.Status);
    }

    /// <summary>All bytes of an object.</summary>
    protected static async Task<byte[]> BytesAsync(GetObjectResponse got)
    {
        using var bytes = new MemoryStream();
        await got.ResponseStream.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    private Task<SdkAnswer> PutAsync(string bucket, string key, string body) => AsRoot.CallAsync("PutObject", new { Bucket = bucket, Key = key, Body = body });
}
