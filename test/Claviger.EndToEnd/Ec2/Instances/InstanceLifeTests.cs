namespace Claviger.EndToEnd;

/// <summary>The life of one instance, and what can be asked of it on the way.</summary>
public sealed class InstanceLifeTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Fact]
    [Covers("ec2", "RunInstances", Aspect.Works)]
    [Covers("ec2", "DescribeInstances", Aspect.Works)]
    [Covers("ec2", "DescribeInstanceStatus", Aspect.Works)]
    [Covers("ec2", "GetConsoleOutput", Aspect.Works)]
    [Covers("ec2", "StopInstances", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "StartInstances", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "RebootInstances", Aspect.Works | Aspect.Refuses)]
    [Covers("ec2", "TerminateInstances", Aspect.Works)]
    public async Task Goes_from_pending_to_running_stopped_running_and_terminated()
    {
        var profile = await account.NewProfileAsync("life");
        var run = await account.Ec2.CallAsync("RunInstances", account.Launch(
            ("IamInstanceProfile", new { Name = "life" }),
            ("UserData", "#!/bin/sh\necho hello from user data\n"),
            ("TagSpecifications", new[]
            {
                new { ResourceType = "instance", Tags = new[] { new { Key = "Name", Value = "one" } } },
                new { ResourceType = "volume", Tags = new[] { new { Key = "Name", Value = "disk" } } },
            })));
        var launched = run.List("Instances")[0];
        var id = launched["InstanceId"]!;
        Assert.Matches("^i-[0-9a-f]{17}$", id);
        Assert.Equal(("pending", "0"), (launched["State.Name"], launched["State.Code"]));
        Assert.Equal(profile, launched["IamInstanceProfile.Arn"]);
        Assert.Equal(account.Account.Id, run["OwnerId"]);

        await account.WaitAsync(id, "running");
        var running = await account.DescribeAsync(id);
        Assert.StartsWith("172.31.", running["PrivateIpAddress"], StringComparison.Ordinal);
        Assert.Equal($"ip-{running["PrivateIpAddress"]!.Replace('.', '-')}.ec2.internal", running["PrivateDnsName"]);
        Assert.Equal(["one"], running.Texts("Tags", "Value"));
        Assert.Equal(("optional", "1", "enabled"),
            (running["MetadataOptions.HttpTokens"], running["MetadataOptions.HttpPutResponseHopLimit"], running["MetadataOptions.HttpEndpoint"]));
        var status = (await account.Ec2.CallAsync("DescribeInstanceStatus", new { InstanceIds = new[] { id } })).List("InstanceStatuses")[0];
        Assert.Equal(("ok", "ok"), (status["InstanceStatus.Status"], status["SystemStatus.Status"]));
        await OutputAsync(id, "hello from user data");

        await account.Ec2.CallAsync("RebootInstances", new { InstanceIds = new[] { id } });
        await account.WaitAsync(id, "running");
        var stopping = (await account.Ec2.CallAsync("StopInstances", new { InstanceIds = new[] { id } })).List("StoppingInstances")[0];
        Assert.Equal(("running", "stopping", "64"), (stopping["PreviousState.Name"], stopping["CurrentState.Name"], stopping["CurrentState.Code"]));
        await account.WaitAsync(id, "stopped");
        Assert.Equal("Client.UserInitiatedShutdown", (await account.DescribeAsync(id))["StateReason.Code"]);
        Assert.Equal(
            new SdkError("IncorrectInstanceState", 400, $"The instance '{id}' is not in the 'running' state."),
            await account.Ec2.FailAsync("RebootInstances", new { InstanceIds = new[] { id } }));
        Assert.Empty((await account.Ec2.CallAsync("DescribeInstanceStatus", new { InstanceIds = new[] { id } })).List("InstanceStatuses"));

        var starting = (await account.Ec2.CallAsync("StartInstances", new { InstanceIds = new[] { id } })).List("StartingInstances")[0];
        Assert.Equal(("stopped", "pending"), (starting["PreviousState.Name"], starting["CurrentState.Name"]));
        await account.WaitAsync(id, "running");
        Assert.Null((await account.DescribeAsync(id))["StateReason.Code"]);

        var ending = (await account.Ec2.CallAsync("TerminateInstances", new { InstanceIds = new[] { id } })).List("TerminatingInstances")[0];
        Assert.Equal(("running", "shutting-down", "32"), (ending["PreviousState.Name"], ending["CurrentState.Name"], ending["CurrentState.Code"]));
        await account.GoneAsync(id);
        var gone = await account.DescribeAsync(id);
        Assert.Null(gone["PrivateIpAddress"]);
        Assert.Null(gone["IamInstanceProfile.Arn"]);
        foreach (var operation in new[] { "StartInstances", "StopInstances" })
        {
            Assert.Equal("IncorrectInstanceState", (await account.Ec2.FailAsync(operation, new { InstanceIds = new[] { id } })).Code);
        }
    }

    private async Task OutputAsync(string id, string text)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var output = await account.Ec2.CallAsync("GetConsoleOutput", new { InstanceId = id });
            if (output["Output"]?.Contains(text, StringComparison.Ordinal) == true)
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(begin) < TimeSpan.FromSeconds(20), $"The console shows: {output["Output"]}");
            await Task.Delay(100);
        }
    }
}
