using System.Diagnostics;

namespace Claviger.EndToEnd;

/// <summary>The story of a role, with Debian's <c>aws</c>, boto3 and a .NET program on an instance that holds no keys.</summary>
[Collection(LabCollection.Name)]
public sealed class RoleLabTests
{
    private const string ReadOnly = "AmazonS3ReadOnlyAccess";
    private const string Full = "AmazonS3FullAccess";

    // A program that stays: what it may changes under it.
    private const string Program = """
        import boto3, botocore, sys
        s3 = boto3.client('s3', config=botocore.config.Config(retries={'total_max_attempts': 1}))
        for line in sys.stdin:
            try:
                if line.strip() == 'list':
                    print('listed', *[it['Key'] for it in s3.list_objects_v2(Bucket='lab-bucket').get('Contents', [])], flush=True)
                else:
                    s3.put_object(Bucket='lab-bucket', Key=line.strip(), Body=b'x')
                    print('put', flush=True)
            except botocore.exceptions.ClientError as error:
                print(error.response['Error']['Code'], flush=True)
        """;

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task What_a_program_on_an_instance_may_is_what_the_policies_of_its_role_say_now(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver);
        await lab.NewRoleAsync("app", ReadOnly);
        await lab.S3.CallAsync("CreateBucket", new { Bucket = "lab-bucket" });
        var id = await lab.LaunchAsync("app");

        Assert.Equal(
            $"arn:aws:sts::{LiveServer.AccountId}:assumed-role/app/{id}",
            await lab.OutputAsync(id, "aws sts get-caller-identity --query Arn --output text"));
        Assert.EndsWith(" lab-bucket", await lab.OutputAsync(id, "aws s3 ls"), StringComparison.Ordinal);
        var refused = await lab.ShellAsync(id, "echo hello > hello && aws s3 cp hello s3://lab-bucket/hello");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("AccessDenied", refused.Errors, StringComparison.Ordinal);

        await lab.AttachAsync("app", Full);
        await lab.OutputAsync(id, "aws s3 cp hello s3://lab-bucket/hello");

        await GuestProgram.InstallAsync(lab, id);
        using var python = lab.Start(id, ["/usr/bin/python3", "-c", Program]);
        using var dotnet = lab.Start(id, GuestProgram.Command);
        Assert.Equal($"arn:aws:sts::{LiveServer.AccountId}:assumed-role/app/{id}", await dotnet.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        foreach (var program in new[] { python, dotnet })
        {
            Assert.Equal("put", await AskAsync(program, "second"));
            Assert.Equal("listed hello second", await AskAsync(program, "list"));
        }

        await lab.DetachAsync("app", Full);
        Assert.Equal("AccessDenied", await AskAsync(python, "third"));
        Assert.Equal("AccessDenied", await AskAsync(dotnet, "third"));
        Assert.Equal("listed hello second", await AskAsync(python, "list"));
        Assert.Equal("listed hello second", await AskAsync(dotnet, "list"));
        await lab.DetachAsync("app", ReadOnly);
        foreach (var program in new[] { python, dotnet })
        {
            Assert.Equal("AccessDenied", await AskAsync(program, "list"));
            program.StandardInput.Close();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string?> AskAsync(Process program, string line)
    {
        await program.StandardInput.WriteLineAsync(line);
        await program.StandardInput.FlushAsync();
        return await program.StandardOutput.ReadLineAsync();
    }
}
