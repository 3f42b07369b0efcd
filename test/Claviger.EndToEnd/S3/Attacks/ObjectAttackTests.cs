using System.Security.Cryptography;
using System.Text;

namespace Claviger.EndToEnd;

/// <summary>What no client sends: forged, cut off, altered, ambiguous and oversized requests. Nothing of them is stored.</summary>
public sealed class ObjectAttackTests(TestAccount account) : IClassFixture<TestAccount>, IAsyncLifetime
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    private string Bucket => $"attacked-{account.Id}";

    private RawHttp Http => account.Root.Http;

    public async ValueTask InitializeAsync()
    {
        if ((await account.Root.S3.CallAsync("ListBuckets"))["Buckets.0.Name"] is null)
        {
            await account.Root.S3.CallAsync("CreateBucket", new { Bucket });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Forged_reordered_and_repeated_chunks_are_refused()
    {
        var honest = SignedBody.Put(Http, account.Root.Credentials!, $"/{Bucket}/chunks", "first chunk", "other chunk");
        Assert.Equal(200, (await Http.SendAsync(honest)).Status);

        Func<string, string>[] forgeries =
        [
            body => body.Replace("first", "fIrst", StringComparison.Ordinal),
            body => string.Join("\r\n", Lines(body, 2, 3, 0, 1, 4)) + "\r\n\r\n",
            body => string.Join("\r\n", Lines(body, 0, 1, 0, 1, 4)) + "\r\n\r\n",
            body => string.Join("\r\n", Lines(body, 0, 1, 4)) + "\r\n\r\n",
            body => body.Replace(";chunk-signature=", ";chunk-signatur=", StringComparison.Ordinal),
        ];
        foreach (var forge in forgeries)
        {
            var forged = SignedBody.Put(Http, account.Root.Credentials!, $"/{Bucket}/forged", "first chunk", "other chunk").Changed(forge);
            await RefusesAsync(forged, "SignatureDoesNotMatch", 403);
        }

        // The chunks of one request can't be those of another.
        var other = SignedBody.Put(Http, account.Root.Credentials!, $"/{Bucket}/forged", "first chunk", "other chunk");
        await RefusesAsync(other with { Body = honest.Body }, "SignatureDoesNotMatch", 403);
        await NothingIsAt("forged");

        static IEnumerable<string> Lines(string body, params int[] order)
        {
            var lines = body.Split("\r\n");
            return order.Select(number => lines[number]);
        }
    }

    [Fact]
    public async Task A_body_that_is_cut_off_or_another_than_was_signed_is_refused()
    {
        var cut = SignedBody.Put(Http, account.Root.Credentials!, $"/{Bucket}/cut", "first chunk", "other chunk");
        await RefusesAsync(cut.Changed(body => body[..^20]), "IncompleteBody", 400);
        await RefusesAsync(cut.Changed(body => body[..body.LastIndexOf("0;", StringComparison.Ordinal)]), "IncompleteBody", 400);

        await RefusesAsync(Put("other", "signed", Hash("signed")) with { Body = "forged"u8.ToArray() }, "XAmzContentSHA256Mismatch", 400);
        await RefusesAsync(Put("md5", "content", Unsigned, ("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")), "BadDigest", 400);
        await RefusesAsync(Put("md5", "content", Unsigned, ("Content-MD5", "nonsense")), "InvalidDigest", 400);
        await RefusesAsync(Put("crc", "content", Unsigned, ("x-amz-checksum-crc32", "AAAAAA==")), "BadDigest", 400);
        await RefusesAsync(
            Put("crc", "content", Unsigned, ("x-amz-checksum-crc32", "AAAAAA=="), ("x-amz-checksum-sha1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")), "InvalidRequest", 400);
        foreach (var key in new[] { "cut", "other", "md5", "crc" })
        {
            await NothingIsAt(key);
        }
    }

    [Fact]
    public async Task Presigned_urls_that_are_altered_or_out_of_their_time_are_refused()
    {
        Assert.Equal(200, (await Http.SendAsync(Put("presigned", "text", Unsigned))).Status);
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(404, (await Http.SendAsync(Presigned("never-there"))).Status);
        Assert.Equal("text", (await Http.SendAsync(Presigned("presigned"))).Body);

        await RefusesAsync(Altered("/presigned", "/chunks"), "SignatureDoesNotMatch", 403);
        await RefusesAsync(Altered("X-Amz-Expires=900", "X-Amz-Expires=901"), "SignatureDoesNotMatch", 403);
        await RefusesAsync(Presigned("presigned") with { Method = "DELETE" }, "SignatureDoesNotMatch", 403);
        await RefusesAsync(Presigned("presigned") with { Target = Presigned("presigned").Target + "&versionId=null" }, "SignatureDoesNotMatch", 403);
        await RefusesAsync(Presigned("presigned").With("x-amz-acl", "public-read"), "AccessDenied", 403);
        await RefusesAsync(Presigned("presigned", now.AddSeconds(-901)), "AccessDenied", 403);
        await RefusesAsync(Presigned("presigned", now.AddMinutes(20)), "AccessDenied", 403);
        await RefusesAsync(Presigned("presigned", now, 604_801), "AuthorizationQueryParametersError", 400);

        RawRequest Altered(string from, string to) =>
            Presigned("presigned") with { Target = Presigned("presigned").Target.Replace(from, to, StringComparison.Ordinal) };
    }

    [Fact]
    public async Task Keys_that_look_like_paths_are_nothing_but_keys()
    {
        foreach (var key in new[] { "../../etc/passwd", "a//b/./..", "%2Fabsolute" })
        {
            var put = await Http.SendAsync(Put(key, key, Unsigned));
            Assert.True(put.Status == 200, put.Body);
            Assert.Equal(key, (await Http.SendAsync(Signed("GET", $"/{Bucket}/{key}"))).Body);
        }

        await RefusesAsync(Signed("GET", $"/{Bucket}/not%C3utf8"), "InvalidURI", 400);
        await RefusesAsync(Signed("GET", $"/{Bucket}/half%2"), "InvalidURI", 400);
        foreach (var bucket in new[] { "..", "%2e%2e", "a%2Fb", "UPPER%20CASE", "x" })
        {
            await RefusesAsync(Signed("GET", $"/{bucket}/key"), "InvalidBucketName", 400);
        }

        // Kestrel itself refuses a NUL in a path, before there is a service to answer.
        Assert.Equal(400, (await Http.SendAsync(Signed("GET", "/b%00/key"))).Status);
    }

    [Fact]
    public async Task Requests_that_two_servers_would_read_differently_are_refused()
    {
        var both = Put("smuggled", "5\r\nhello\r\n0\r\n\r\n", Unsigned).With("Transfer-Encoding", "chunked").With("Content-Length", "4");
        Assert.Equal(400, (await Http.SendAsync(both)).Status);
        var twice = Put("smuggled", "text", Unsigned).With("x-amz-meta-a", "1");
        await RefusesAsync(Put("smuggled", "text", Unsigned, ("x-amz-acl", "private")).With("x-amz-acl", "public-read"), "InvalidRequest", 400);
        await RefusesAsync(twice, "AccessDenied", 403); // a header of S3's that isn't signed
        await RefusesAsync(Put("smuggled", "text", Unsigned).With("Content-MD5", "a").With("Content-MD5", "b"), "InvalidRequest", 400);
        await RefusesAsync(
            Signed("PUT", $"/{Bucket}/smuggled").With("Transfer-Encoding", "chunked") with { Body = "4\r\ntext\r\n0\r\n\r\n"u8.ToArray() }, "NotImplemented", 501);
        await RefusesAsync(Signed("GET", $"/{Bucket}?acl&policy"), "InvalidArgument", 400);
        await RefusesAsync(Signed("PUT", $"/{Bucket}/smuggled?cors"), "MethodNotAllowed", 405);
        await NothingIsAt("smuggled");
    }

    [Fact]
    public async Task Documents_that_multiply_reach_out_or_never_end_are_refused()
    {
        const string Bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><Tagging><TagSet><Tag><Key>&b;</Key><Value/></Tag></TagSet></Tagging>";
        await RefusesAsync(Document("tagging", Bomb), "MalformedXML", 400);
        await RefusesAsync(
            Document("tagging", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Tagging><TagSet><Tag><Key>&x;</Key><Value/></Tag></TagSet></Tagging>"),
            "MalformedXML",
            400);
        await RefusesAsync(Document("tagging", string.Concat(Enumerable.Repeat("<a>", 100_000))), "MalformedXML", 400);
        await RefusesAsync(Document("cors", $"<CORSConfiguration>{new string(' ', 5 * 1024 * 1024)}</CORSConfiguration>"), "MaxMessageLengthExceeded", 400);
        await RefusesAsync(Document("versioning", ""), "MissingRequestBodyError", 400);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task RefusesAsync(RawRequest request, string code, int status)
    {
        var answer = await Http.SendAsync(request);
        Assert.True(answer.Status == status && answer.Body.Contains($"<Code>{code}</Code>", StringComparison.Ordinal), $"{request.Target}: {answer.Status} {answer.Body}");
        Assert.NotNull(answer.Header("x-amz-request-id"));
        Assert.NotNull(answer.Header("x-amz-id-2"));
    }

    private async Task NothingIsAt(string key) => Assert.Equal(404, (await Http.SendAsync(Signed("HEAD", $"/{Bucket}/{key}"))).Status);

    private RawRequest Put(string key, string content, string hash, params (string Name, string Value)[] headers) => Http.Sign(
        new RawRequest { Method = "PUT", Target = $"/{Bucket}/{key}", Headers = [("x-amz-content-sha256", hash), .. headers], Body = Encoding.UTF8.GetBytes(content) }, "s3");

    private RawRequest Signed(string method, string target) =>
        Http.Sign(new RawRequest { Method = method, Target = target, Headers = [("x-amz-content-sha256", Unsigned)] }, "s3");

    private RawRequest Document(string subresource, string document) => Http.Sign(
        new RawRequest { Method = "PUT", Target = $"/{Bucket}?{subresource}", Headers = [("x-amz-content-sha256", Unsigned)], Body = Encoding.UTF8.GetBytes(document) }, "s3");

    private RawRequest Presigned(string key, DateTimeOffset? at = null, int expires = 900) =>
        Http.Presign(new RawRequest { Method = "GET", Target = $"/{Bucket}/{key}" }, "s3", at, expires);
}
