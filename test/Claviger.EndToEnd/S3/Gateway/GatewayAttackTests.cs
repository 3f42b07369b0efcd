using System.Text;

namespace Claviger.EndToEnd;

/// <summary>What is meant for the upstream and not for the gateway: none of it gets there.</summary>
[Collection(GatewayCollection.Name)]
public sealed class GatewayAttackTests(ClavigerUpstream servers) : IAsyncLifetime
{
    private const string Bucket = "guarded";
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    private SdkClient Root { get; } = servers.S3(LiveServer.RootKey);

    private RawHttp Http => servers.Http;

    public async ValueTask InitializeAsync()
    {
        await Root.CallAsync("CreateBucket", new { Bucket });
        await Root.CallAsync("PutObject", new { Bucket, Key = "k", Body = "x" });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", "/guarded/k?acl", "NotImplemented", 501)]
    [InlineData("PUT", "/guarded/k?acl", "NotImplemented", 501, "x-amz-acl", "public-read")]
    [InlineData("PUT", "/guarded?acl", "AccessControlListNotSupported", 400, "x-amz-acl", "public-read-write")]
    [InlineData("PUT", "/guarded/new", "AccessControlListNotSupported", 400, "x-amz-acl", "public-read")]
    [InlineData("PUT", "/guarded/new", "AccessControlListNotSupported", 400, "x-amz-grant-read", "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"")]
    [InlineData("GET", "/guarded?abac", "NotImplemented", 501)]
    [InlineData("GET", "/guarded?metadataTable", "NotImplemented", 501)]
    [InlineData("GET", "/guarded/k?torrent", "NotImplemented", 501)]
    [InlineData("GET", "/guarded/k?admin=1", "InvalidArgument", 400)]
    [InlineData("GET", "/guarded?list-type=2&metadata=true", "InvalidArgument", 400)]
    [InlineData("DELETE", "/guarded/k?force", "InvalidArgument", 400)]
    [InlineData("GET", "/guarded/k?versionId=a&acl", "NotImplemented", 501)]
    [InlineData("GET", "/guarded/k?x-amz-acl=public-read", "NotImplemented", 501, null, null, true)]
    [InlineData("GET", "/guarded/k", "NotImplemented", 501, "x-amz-server-side-encryption-customer-key", "a2V5")]
    [InlineData("PUT", "/guarded/new", "NotImplemented", 501, "x-amz-server-side-encryption-customer-algorithm", "AES256")]
    [InlineData("PUT", "/guarded/new", "NotImplemented", 501, "x-amz-request-payer", "requester")]
    [InlineData("PUT", "/guarded/new", "NotImplemented", 501, "x-amz-made-up", "1")]
    [InlineData("DELETE", "/guarded/k", "NotImplemented", 501, "x-amz-bypass-governance-retention", "true")]
    [InlineData("DELETE", "/guarded/k", "NotImplemented", 501, "x-minio-force-delete", "true", false, true)]
    [InlineData("GET", "/guarded/../other/k", "InvalidArgument", 400)]
    [InlineData("GET", "/guarded/a/./b", "InvalidArgument", 400)]
    [InlineData("PUT", "/guarded//hidden", "InvalidArgument", 400)]
    [InlineData("PUT", "/guarded/new", "InvalidArgument", 400, "x-amz-copy-source", "/guarded/../other/k")]
    public async Task What_the_gateway_does_not_know_is_refused_and_goes_no_further(
        string method, string target, string code, int status, string? header = null, string? value = null, bool isPresigned = false, bool isPassedOver = false)
    {
        var isPut = method == "PUT" && !target.Contains('?', StringComparison.Ordinal);
        var request = new RawRequest { Method = method, Target = target, Body = isPut ? "x"u8.ToArray() : [] };
        request = header is null ? request : request.With(header, value!);
        request = isPresigned ? Http.Presign(request, "s3") : Http.Sign(request.With("x-amz-content-sha256", Unsigned), "s3");
        if (isPassedOver)
        {
            // What is no header of AWS's is nothing to the gateway, and so nothing to the upstream.
            Assert.Equal(204, (await Http.SendAsync(request)).Status);
            Assert.DoesNotContain(header!, servers.Tap.Heard, StringComparison.OrdinalIgnoreCase);
            return;
        }

        RawAnswer? answer = null;
        Assert.Empty(await servers.AskedDuringAsync(async () => answer = await Http.SendAsync(request)));
        Assert.Equal((status, code), (answer!.Status, answer.Error.Code));
    }

    [Fact]
    public async Task A_header_can_not_be_smuggled_into_what_the_upstream_is_sent()
    {
        foreach (var target in new[]
        {
            $"/{Bucket}/k?x-amz-meta-a=b%0D%0Ax-amz-acl%3A%20public-read", $"/{Bucket}/k?x-amz-tagging=a%0D%0Ax-amz-acl%3A%20public-read",
        })
        {
            var put = Http.Presign(new RawRequest { Method = "PUT", Target = target }, "s3") with { Body = "x"u8.ToArray() };
            RawAnswer? answer = null;
            Assert.Empty(await servers.AskedDuringAsync(async () => answer = await Http.SendAsync(put)));
            Assert.Equal(400, answer!.Status);
        }

        var honest = Http.Sign(
            new RawRequest
            {
                Method = "PUT",
                Target = $"/{Bucket}/hops",
                Headers = [("x-amz-content-sha256", Unsigned), ("x-amz-meta-a", "1")],
                Body = "x"u8.ToArray(),
            },
            "s3");
        foreach (var (name, value) in new[] { ("TE", "trailers"), ("X-Forwarded-For", "192.0.2.1"), ("Cookie", "c=1"), ("Proxy-Authorization", "Basic eA=="), ("Forwarded", "for=192.0.2.1") })
        {
            honest = honest.With(name, value);
        }

        servers.Tap.Forget();
        Assert.Equal(200, (await Http.SendAsync(honest)).Status);
        var heard = servers.Tap.Heard;
        Assert.Contains("x-amz-meta-a: 1", heard, StringComparison.Ordinal);
        foreach (var none in new[] { "trailers", "192.0.2.1", "Cookie", "Basic", LiveServer.RootKey.AccessKeyId })
        {
            Assert.DoesNotContain(none, heard, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_body_that_does_not_verify_leaves_no_object()
    {
        var (first, second) = (new string('a', 200_000), new string('b', 200_000));
        Assert.Equal(200, (await Http.SendAsync(SignedBody.Put(Http, LiveServer.RootKey, $"/{Bucket}/whole", first, second))).Status);
        Assert.Equal(400_000, (await servers.Upstream.CallAsync("GetObject", new { Bucket, Key = "whole" }))["Body"]!.Length);

        await RefusesAsync(SignedBody.Put(Http, LiveServer.RootKey, $"/{Bucket}/forged", first, second).Changed(Altered), "SignatureDoesNotMatch", 403);
        await RefusesAsync(SignedBody.Put(Http, LiveServer.RootKey, $"/{Bucket}/forged", first, "b").Changed(body => body.Replace("\r\nb\r\n", "\r\nc\r\n", StringComparison.Ordinal)), "SignatureDoesNotMatch", 403);
        await RefusesAsync(SignedBody.Put(Http, LiveServer.RootKey, $"/{Bucket}/forged", first, second).Changed(body => body[..300_000]), "IncompleteBody", 400);
        await RefusesAsync(Put("forged", first, new string('0', 64)), "XAmzContentSHA256Mismatch", 400);
        await RefusesAsync(Put("forged", first, Unsigned, ("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==")), "BadDigest", 400);
        await RefusesAsync(Put("forged", first, Unsigned, ("x-amz-checksum-crc32", "AAAAAA==")), "BadDigest", 400);
        await RefusesAsync(Put("forged", "", new string('0', 64)).With("Content-Length", "0"), "XAmzContentSHA256Mismatch", 400);
        Assert.Equal(404, (await servers.Upstream.FailAsync("HeadObject", new { Bucket, Key = "forged" })).Status);

        static string Altered(string body) => body[..^200] + "c" + body[^199..];
    }

    [Fact]
    public async Task An_upstream_that_is_gone_is_an_unavailable_service()
    {
        servers.Tap.IsCut = true;
        try
        {
            foreach (var (method, target) in new[] { ("GET", $"/{Bucket}/k"), ("PUT", $"/{Bucket}/k"), ("GET", $"/{Bucket}") })
            {
                var request = Plain("k", method == "PUT" ? "y" : "", Unsigned) with { Method = method, Target = target };
                var answer = await Http.SendAsync(Http.Sign(request, "s3"));
                Assert.Equal((503, "ServiceUnavailable"), (answer.Status, answer.Error.Code));
            }
        }
        finally
        {
            servers.Tap.IsCut = false;
        }

        Assert.Equal("x", (await Root.CallAsync("GetObject", new { Bucket, Key = "k" }))["Body"]);
    }

    [Fact]
    public async Task The_upstreams_key_is_told_to_nobody()
    {
        await Root.CallAsync("GetObject", new { Bucket, Key = "k" });
        await Root.FailAsync("GetObject", new { Bucket, Key = "none" });
        var answer = await Http.SendAsync(Http.Sign(new RawRequest { Method = "GET", Target = $"/{Bucket}/k", Headers = [("x-amz-content-sha256", Unsigned)] }, "s3"));
        var seen = new StringBuilder().AppendJoin('\n', servers.Gateway.Output).AppendJoin('\n', servers.Gateway.Errors).Append(answer.Body).AppendJoin('\n', answer.Headers);
        Assert.DoesNotContain(servers.UpstreamSecret, servers.Tap.Heard, StringComparison.Ordinal);
        foreach (var secret in new[] { servers.UpstreamSecret, servers.UpstreamKeyId })
        {
            Assert.DoesNotContain(secret, seen.ToString(), StringComparison.Ordinal);
        }

        var events = await servers.EventsAsync();
        Assert.Contains("CreateBucket", events, StringComparison.Ordinal);
        Assert.DoesNotContain(servers.UpstreamSecret, events, StringComparison.Ordinal);
        Assert.DoesNotContain(servers.UpstreamKeyId, events, StringComparison.Ordinal);
    }

    private static RawRequest Plain(string key, string body, string hash) => new()
    {
        Method = "PUT", Target = $"/{Bucket}/{key}", Headers = [("x-amz-content-sha256", hash)], Body = Encoding.UTF8.GetBytes(body),
    };

    private RawRequest Put(string key, string body, string hash, params (string Name, string Value)[] headers) =>
        Http.Sign(headers.Aggregate(Plain(key, body, hash), (request, header) => request.With(header.Name, header.Value)), "s3");

    private async Task RefusesAsync(RawRequest request, string code, int status)
    {
        var answer = await Http.SendAsync(request);
        Assert.True(answer.Status == status && answer.Body.Contains($"<Code>{code}</Code>", StringComparison.Ordinal), $"{request.Target}: {answer.Status} {answer.Body}");
    }
}
