using System.Text;

namespace Claviger.EndToEnd;

/// <summary>What presigners put into the query that is a header otherwise.</summary>
public sealed class QueryHeaderTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task A_header_in_a_presigned_query_bears_on_request_and_decision_as_the_header_does()
    {
        var bucket = await account.NewBucketAsync("hoisted");
        var user = await account.NewUserAsync("presigner", """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:PutObject","Resource":"*","Condition":{"StringEquals":{"s3:x-amz-server-side-encryption":"AES256"}}},
              {"Effect":"Allow","Action":"s3:PutObjectTagging","Resource":"*","Condition":{"StringEquals":{"s3:RequestObjectTag/team":"blue"}}},
              {"Effect":"Deny","Action":"s3:PutObject","Resource":"*","Condition":{"StringEquals":{"s3:x-amz-storage-class":"GLACIER_IR"}}}]}
            """);
        const string encrypted = "x-amz-server-side-encryption=AES256";
        Assert.Equal(403, await PutAsync(user, bucket, "x-id=PutObject"));
        Assert.Equal(403, await PutAsync(user, bucket, $"{encrypted}&x-amz-storage-class=GLACIER_IR"));
        Assert.Equal(403, await PutAsync(user, bucket, $"{encrypted}&x-amz-tagging=team%3Dred"));
        Assert.Equal(400, await PutAsync(user, bucket, $"{encrypted}&x-amz-acl=public-read"));
        // The checksum is the one that a presigner makes of the body that it doesn't have; AWS passes it over.
        Assert.Equal(200, await PutAsync(
            user, bucket, $"{encrypted}&x-amz-tagging=team%3Dblue&x-amz-meta-note=a%20b&x-amz-storage-class=STANDARD_IA&X-Amz-Checksum-Crc32=AAAAAA%3D%3D"));
        var it = new { Bucket = bucket, Key = "k" };
        Assert.Equal(["blue"], (await account.Root.S3.CallAsync("GetObjectTagging", it)).Texts("TagSet", "Value"));
        var head = await account.Root.S3.CallAsync("HeadObject", it);
        Assert.Equal(("a b", "STANDARD_IA", "4"), (head["Metadata.note"], head["StorageClass"], head["ContentLength"]));
    }

    [Theory]
    [InlineData("k", "x-amz-copy-source=BUCKET%2Fsource")]
    [InlineData("k", "X-Amz-Copy-Source=BUCKET%2Fsource")]
    [InlineData("k", "partNumber=1&uploadId=u&x-amz-copy-source=BUCKET%2Fsource")]
    public async Task A_source_in_the_query_alone_makes_neither_a_copy_nor_an_empty_object(string key, string query)
    {
        var bucket = $"sources-{account.Id}";
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        await account.PutAsync(bucket, "source", "text");
        await account.PutAsync(bucket, "k", "kept");
        var target = $"/{bucket}/{key}?{query.Replace("BUCKET", bucket, StringComparison.Ordinal)}";
        foreach (var request in (RawRequest[])
            [
                account.Root.Http.Presign(new RawRequest { Method = "PUT", Target = target }, "s3"),
                account.Root.Http.Sign(new RawRequest { Method = "PUT", Target = target, Headers = [("x-amz-content-sha256", "UNSIGNED-PAYLOAD")] }, "s3"),
            ])
        {
            var answer = await account.Root.Http.SendAsync(request.With("Content-Length", "0"));
            Assert.Equal(("InvalidRequest", 400), (answer.Error.Code, answer.Error.Status));
        }

        Assert.Equal("kept", await account.TextAsync(bucket, "k"));
    }

    [Fact]
    public async Task The_location_of_a_completed_upload_is_where_the_request_came()
    {
        var bucket = await account.NewBucketAsync("location");
        var endpoint = account.Server.Endpoint.Authority;
        foreach (var (host, address) in ((string, string)[])[(endpoint, $"http://{endpoint}/{bucket}"), ($"{bucket}.localhost:99", $"http://{bucket}.localhost:99")])
        {
            var it = new { Bucket = bucket, Key = "a b/c" };
            var upload = (await account.Root.S3.CallAsync("CreateMultipartUpload", it))["UploadId"]!;
            var part = (await account.Root.S3.CallAsync("UploadPart", new { Bucket = bucket, it.Key, UploadId = upload, PartNumber = 1, Body = "x" }))["ETag"];
            var path = host == endpoint ? $"/{bucket}/a%20b/c" : "/a%20b/c";
            var answer = await account.Root.Http.SendAsync(account.Root.Http.Sign(
                new RawRequest
                {
                    Target = $"{path}?uploadId={upload}",
                    Headers = [("Host", host), ("x-amz-content-sha256", "UNSIGNED-PAYLOAD")],
                    Body = Encoding.UTF8.GetBytes(
                        $"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{part}</ETag></Part></CompleteMultipartUpload>"),
                },
                "s3"));
            Assert.Equal($"{address}/a%20b%2Fc", answer.Xml.Elements().Single(static element => element.Name.LocalName == "Location").Value);
        }
    }

    private static async Task<int> PutAsync(SdkCaller user, string bucket, string query)
    {
        var request = user.Http.Presign(new RawRequest { Method = "PUT", Target = $"/{bucket}/k?{query}", Body = "text"u8.ToArray(), Headers = [] }, "s3");
        return (await user.Http.SendAsync(request)).Status;
    }
}
