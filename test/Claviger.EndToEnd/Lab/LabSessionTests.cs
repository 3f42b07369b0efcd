namespace Claviger.EndToEnd;

/// <summary>Programs that are run in instances from outside.</summary>
[Collection(LabCollection.Name)]
public sealed class LabSessionTests
{
    [Fact]
    public async Task A_session_is_for_who_may_start_one_on_that_instance_and_a_command_has_a_throwaway_one()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        var (mine, other) = (await lab.LaunchAsync(), await lab.LaunchAsync());
        await lab.Iam.CallAsync("CreateUser", new { UserName = "operator" });
        var key = await lab.Iam.CallAsync("CreateAccessKey", new { UserName = "operator" });
        var caller = InstanceLab.Key(new AwsCredentials(key["AccessKey.AccessKeyId"]!, key["AccessKey.SecretAccessKey"]!));
        Task<ProgramRun> TryAsync(string id) =>
            ClavigerProgram.RunAsync(["ssh", id, "--endpoint-url", lab.Server.Endpoint.OriginalString, "--", "/bin/hostname"], caller);

        Assert.Equal(1, (await TryAsync(mine)).ExitCode);
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ssm:StartSession","Resource":"arn:aws:ec2:us-east-1:{{LiveServer.AccountId}}:instance/{{mine}}"}]}""";
        await lab.Iam.CallAsync("PutUserPolicy", new { UserName = "operator", PolicyName = "session", PolicyDocument = policy });
        Assert.StartsWith("ip-172-31-", (await TryAsync(mine)).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await TryAsync(other)).ExitCode);

        await lab.NewRoleAsync("app");
        var run = await ClavigerProgram.RunAsync(
            ["run", "--endpoint-url", lab.Server.Endpoint.OriginalString, "--role", "app", "--", "/bin/sh", "-c", "cat; aws sts get-caller-identity --query Arn; echo oops >&2; exit 42"],
            InstanceLab.Key(LiveServer.RootKey),
            "input\n");
        Assert.Equal(42, run.ExitCode);
        Assert.Matches($"""^input\n"arn:aws:sts::{LiveServer.AccountId}:assumed-role/app/i-[0-9a-f]+"\n$""", run.Output);
        Assert.Equal("oops\n", run.Errors);
        await lab.WaitAsync(run.Output.Split('/', '"').Single(part => part.StartsWith("i-", StringComparison.Ordinal)), "terminated");
    }
}
