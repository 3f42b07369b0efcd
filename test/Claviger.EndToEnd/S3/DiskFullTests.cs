namespace Claviger.EndToEnd;

/// <summary>A data folder that takes no more: nothing that was acknowledged is lost, nothing half is kept, and the server goes on answering.</summary>
public sealed class DiskFullTests(TestServer sdks)
{
    private const int Size = 24 * 1024 * 1024;
    private static readonly string Megabyte = new('m', 1024 * 1024);

    [Fact]
    public async Task What_the_disk_takes_is_kept_and_all_else_is_refused()
    {
        await using var server = await LiveServer.StartAsync([], folderSize: Size);
        var s3 = new SdkClient(sdks.Boto3, server.Endpoint, "s3", LiveServer.RootKey);
        var iam = new SdkClient(sdks.Boto3, server.Endpoint, "iam", LiveServer.RootKey);
        var it = new { Bucket = "full" };
        await s3.CallAsync("CreateBucket", it);

        // One object too large for what there is: the others have room after it.
        Assert.Equal(("ServiceUnavailable", 503), CodeOf(await s3.FailAsync("PutObject", new { it.Bucket, Key = "large", Body = new string('l', Size) })));
        var kept = new List<string?>();
        foreach (var body in (string[])[Megabyte, Megabyte[..4096]])
        {
            while (true)
            {
                var key = $"k{kept.Count:D4}";
                var (_, error) = await s3.TryAsync("PutObject", new { it.Bucket, Key = key, Body = body });
                if (error is not null)
                {
                    Assert.Equal(("ServiceUnavailable", 503), CodeOf(error));
                    break;
                }

                kept.Add(key);
            }
        }

        var users = new List<string?>();
        while (users.Count < 1000 && (await iam.TryAsync("CreateUser", new { UserName = $"u{users.Count:D4}" })).Error is null)
        {
            users.Add($"u{users.Count:D4}");
        }

        Assert.InRange(kept.Count, 5, 900);
        Assert.Equal(kept, (await s3.CallAsync("ListObjectsV2", it)).Texts("Contents", "Key"));
        Assert.Equal(Megabyte, (await s3.CallAsync("GetObject", new { it.Bucket, Key = kept[3] }))["Body"]);
        Assert.Equal(users, (await iam.CallAsync("ListUsers", new { MaxItems = 1000 })).Texts("Users", "UserName"));
    }

    private static (string Code, int Status) CodeOf(SdkError error) => (error.Code, error.Status);
}
