using System.Text;

namespace Claviger.EndToEnd;

/// <summary>A gateway in front of a second Claviger: all that any upstream does, and versions, conditional writes and forms.</summary>
[Collection(GatewayCollection.Name)]
public sealed class ClavigerUpstreamTests(ClavigerUpstream servers) : GatewayTests(servers)
{
    private SdkClient Root { get; } = servers.S3(LiveServer.RootKey);

    [Fact]
    public async Task Versions_are_the_upstreams_and_deciding_about_them_is_not()
    {
        var bucket = await servers.NewBucketAsync("versions");
        await Root.CallAsync("PutBucketVersioning", new { Bucket = bucket, VersioningConfiguration = new { Status = "Enabled" } });
        Assert.Equal("Enabled", (await Root.CallAsync("GetBucketVersioning", new { Bucket = bucket }))["Status"]);
        var first = (await Root.CallAsync("PutObject", new { Bucket = bucket, Key = "k", Body = "1" }))["VersionId"]!;
        await Root.CallAsync("PutObject", new { Bucket = bucket, Key = "k", Body = "2" });
        await Root.CallAsync("DeleteObject", new { Bucket = bucket, Key = "k" });
        Assert.Equal("1", (await Root.CallAsync("GetObject", new { Bucket = bucket, Key = "k", VersionId = first }))["Body"]);
        var versions = await Root.CallAsync("ListObjectVersions", new { Bucket = bucket });
        Assert.Equal((2, 1), (versions.List("Versions").Count, versions.List("DeleteMarkers").Count));

        // Owners are the gateway's, in whose account the bucket is.
        var ours = (await Root.CallAsync("ListBuckets"))["Owner.ID"];
        Assert.NotEqual((await servers.Upstream.CallAsync("ListBuckets"))["Owner.ID"], ours);
        Assert.All(versions.Texts("Versions", "Owner.ID"), owner => Assert.Equal(ours, owner));

        var user = servers.S3(await servers.NewUserAsync("newest", TestAccount.Allow("s3:GetObject", "s3:ListBucket", "s3:DeleteObject")));
        Assert.Equal("NoSuchKey", (await user.FailAsync("GetObject", new { Bucket = bucket, Key = "k" })).Code);
        Assert.Equal(403, (await user.FailAsync("GetObject", new { Bucket = bucket, Key = "k", VersionId = first })).Status);
        Assert.Equal(403, (await user.FailAsync("DeleteObject", new { Bucket = bucket, Key = "k", VersionId = first })).Status);
    }

    [Fact]
    public async Task Conditions_on_writes_hold()
    {
        var bucket = await servers.NewBucketAsync("conditions");
        var put = new { Bucket = bucket, Key = "k", Body = "once" };
        var request = new RawRequest
        {
            Method = "PUT", Target = $"/{bucket}/k", Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), ("If-None-Match", "*")], Body = "once"u8.ToArray(),
        };
        Assert.Equal(200, (await servers.Http.SendAsync(servers.Http.Sign(request, "s3"))).Status);
        var again = await servers.Http.SendAsync(servers.Http.Sign(request, "s3"));
        Assert.Equal((412, "PreconditionFailed"), (again.Status, again.Error.Code));
        Assert.Equal("once", (await Root.CallAsync("GetObject", new { put.Bucket, put.Key }))["Body"]);
    }

    [Fact]
    public async Task Tags_that_are_copied_along_are_decided_about()
    {
        var bucket = await servers.NewBucketAsync("copies");
        await Root.CallAsync("PutObject", new { Bucket = bucket, Key = "from", Body = "x", Tagging = "team=red" });
        Assert.Equal("1", (await Root.CallAsync("GetObject", new { Bucket = bucket, Key = "from" }))["TagCount"]);
        var copier = servers.S3(await servers.NewUserAsync("copier", TestAccount.Allow("s3:GetObject", "s3:PutObject")));
        Assert.Null((await copier.CallAsync("GetObject", new { Bucket = bucket, Key = "from" }))["TagCount"]);
        var copy = new { Bucket = bucket, Key = "to", CopySource = $"{bucket}/from" };
        Assert.Contains("s3:PutObjectTagging", (await copier.FailAsync("CopyObject", copy)).Message, StringComparison.Ordinal);
        await Root.CallAsync("CopyObject", copy);
        Assert.Equal(["red"], (await Root.CallAsync("GetObjectTagging", new { Bucket = bucket, Key = "to" })).Texts("TagSet", "Value"));
    }

    [Fact]
    public async Task A_form_posts_an_object()
    {
        var bucket = await servers.NewBucketAsync("forms");
        await Root.CallAsync("DeletePublicAccessBlock", new { Bucket = bucket });
        await Root.CallAsync("PutBucketPolicy", new
        {
            Bucket = bucket,
            Policy = BucketsOfTests.PolicyOf(bucket, """{"Effect":"Allow","Principal":"*","Action":"s3:PutObject","Resource":"BUCKET/in/*"}"""),
        });
        Assert.Equal(204, (await servers.Http.SendAsync(Form("in/file"))).Status);
        Assert.Equal("posted", (await Root.CallAsync("GetObject", new { Bucket = bucket, Key = "in/file" }))["Body"]);
        Assert.Equal(403, (await servers.Http.SendAsync(Form("out/file"))).Status);

        RawRequest Form(string key) => new()
        {
            Target = $"/{bucket}",
            Headers = [("Content-Type", "multipart/form-data; boundary=b")],
            Body = Encoding.ASCII.GetBytes(
                $"--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n{key}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nposted\r\n--b--\r\n"),
        };
    }
}
