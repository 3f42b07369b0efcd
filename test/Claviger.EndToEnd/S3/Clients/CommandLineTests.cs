using System.Security.Cryptography;

namespace Claviger.EndToEnd;

/// <summary>The programs that people move files with, unmodified; each as a user who may do that much and no more.</summary>
public sealed class CommandLineTests(TestAccount account) : IClassFixture<TestAccount>
{
    [Fact]
    public async Task Aws_s3_moves_files_as_far_as_an_identity_policy_goes()
    {
        var bucket = $"aws-{account.Id}";
        var user = await account.NewUserAsync("aws", $$"""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["s3:CreateBucket","s3:ListBucket","s3:DeleteBucket"],"Resource":"arn:aws:s3:::{{bucket}}"},
              {"Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:DeleteObject","s3:GetObjectTagging","s3:PutObjectTagging"],
               "Resource":"arn:aws:s3:::{{bucket}}/home/${aws:username}/*"}]}
            """);
        using var folder = new TemporaryFolder();
        var big = await FileAsync(folder, "tree/big.bin", 9 * 1024 * 1024);
        await FileAsync(folder, "tree/sub/small ü.txt", 10);
        var home = $"s3://{bucket}/home/aws";

        await AwsAsync(user, "s3", "mb", $"s3://{bucket}");
        await AwsAsync(user, "s3", "sync", Path.Combine(folder.Path, "tree"), home, "--no-progress");
        Assert.Contains("home/aws/sub/small ü.txt", await AwsAsync(user, "s3", "ls", $"s3://{bucket}", "--recursive"), StringComparison.Ordinal);
        await AwsAsync(user, "s3", "mv", $"{home}/big.bin", $"{home}/moved.bin", "--no-progress");
        await AwsAsync(user, "s3", "cp", $"{home}/moved.bin", Path.Combine(folder.Path, "back.bin"), "--no-progress");
        Assert.Equal(big, SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "back.bin"), TestContext.Current.CancellationToken)));

        var presigned = (await AwsAsync(user, "s3", "presign", $"{home}/sub/small ü.txt")).Trim();
        using var http = new HttpClient();
        Assert.Equal(10, (await http.GetByteArrayAsync(new Uri(presigned), TestContext.Current.CancellationToken)).Length);

        var denied = await user.Aws.RunAsync("s3", "cp", Path.Combine(folder.Path, "back.bin"), $"s3://{bucket}/home/other/x");
        Assert.NotEqual(0, denied.ExitCode);
        Assert.Contains("AccessDenied", denied.Errors, StringComparison.Ordinal);

        await AwsAsync(user, "s3", "rm", home, "--recursive");
        await AwsAsync(user, "s3", "rb", $"s3://{bucket}");
    }

    [Fact]
    public async Task S3cmd_moves_files_as_far_as_a_bucket_policy_goes()
    {
        var bucket = $"s3cmd-{account.Id}";
        var user = await account.NewUserAsync("s3cmd");
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        await account.Root.S3.CallAsync("PutBucketPolicy", new { Bucket = bucket, Policy = Granting(user: "s3cmd", bucket, "readable/*") });
        using var folder = new TemporaryFolder();
        var content = await FileAsync(folder, "file.bin", 100_000);
        var file = Path.Combine(folder.Path, "file.bin");

        await S3cmdAsync(user, "put", file, $"s3://{bucket}/readable/file.bin");
        Assert.Contains($"s3://{bucket}/readable/file.bin", await S3cmdAsync(user, "ls", "--recursive", $"s3://{bucket}"), StringComparison.Ordinal);
        await S3cmdAsync(user, "get", $"s3://{bucket}/readable/file.bin", file + ".back");
        Assert.Equal(content, SHA256.HashData(await File.ReadAllBytesAsync(file + ".back", TestContext.Current.CancellationToken)));
        await S3cmdAsync(user, "del", "--recursive", "--force", $"s3://{bucket}/readable/");

        var denied = await CommandLine.S3cmdAsync(account.Server, user.Credentials!, "put", file, $"s3://{bucket}/elsewhere/file.bin");
        Assert.NotEqual(0, denied.ExitCode);
        Assert.Contains("is not authorized to perform: s3:PutObject", denied.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rclone_moves_files_as_far_as_a_bucket_policy_goes()
    {
        var bucket = $"rclone-{account.Id}";
        var user = await account.NewUserAsync("rclone");
        await account.Root.S3.CallAsync("CreateBucket", new { Bucket = bucket });
        await account.Root.S3.CallAsync("PutBucketPolicy", new { Bucket = bucket, Policy = Granting(user: "rclone", bucket, "tree/*") });
        using var folder = new TemporaryFolder();
        await FileAsync(folder, "a.bin", 300_000);
        await FileAsync(folder, "sub/b c+d.bin", 20);

        await RcloneAsync(user, "copy", "--s3-no-check-bucket", folder.Path, $"here:{bucket}/tree");
        await RcloneAsync(user, "check", folder.Path, $"here:{bucket}/tree");
        Assert.Equal(["a.bin", "sub/b c+d.bin"], (await RcloneAsync(user, "lsf", "-R", "--files-only", $"here:{bucket}/tree")).Trim().Split('\n').Order(StringComparer.Ordinal));
        await RcloneAsync(user, "delete", $"here:{bucket}/tree");

        var denied = await CommandLine.RcloneAsync(account.Server, user.Credentials!, "copy", "--s3-no-check-bucket", folder.Path, $"here:{bucket}/other");
        Assert.NotEqual(0, denied.ExitCode);
        Assert.Contains("AccessDenied", denied.Errors, StringComparison.Ordinal);
    }

    private string Granting(string user, string bucket, string keys) => $$"""
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"AWS":"{{account.Arn("user/" + user)}}"},"Action":["s3:ListBucket","s3:GetBucketLocation"],"Resource":"arn:aws:s3:::{{bucket}}"},
          {"Effect":"Allow","Principal":{"AWS":"{{account.Arn("user/" + user)}}"},"Action":["s3:GetObject","s3:PutObject","s3:DeleteObject"],
           "Resource":"arn:aws:s3:::{{bucket}}/{{keys}}"}]}
        """;

    /// <returns>The SHA-256 of what the file holds.</returns>
    private static async Task<byte[]> FileAsync(TemporaryFolder folder, string name, int length)
    {
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var content = RandomNumberGenerator.GetBytes(length);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return SHA256.HashData(content);
    }

    private static async Task<string> AwsAsync(SdkCaller user, params string[] arguments) => Succeeded(await user.Aws.RunAsync(arguments));

    private async Task<string> S3cmdAsync(SdkCaller user, params string[] arguments) =>
        Succeeded(await CommandLine.S3cmdAsync(account.Server, user.Credentials!, arguments));

    private async Task<string> RcloneAsync(SdkCaller user, params string[] arguments) =>
        Succeeded(await CommandLine.RcloneAsync(account.Server, user.Credentials!, arguments));

    private static string Succeeded(ProgramRun run)
    {
        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        return run.Output;
    }
}
