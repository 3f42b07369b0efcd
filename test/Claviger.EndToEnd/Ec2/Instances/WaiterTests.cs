namespace Claviger.EndToEnd;

/// <summary>The waiters of Debian's <c>aws</c>, each asked once the state is there: what they look at is what they expect.</summary>
public sealed class WaiterTests(InstanceAccount account) : IClassFixture<InstanceAccount>
{
    [Fact]
    public async Task Every_waiter_for_instances_sees_its_state()
    {
        var id = await account.RunAsync();
        await WaitAsync("instance-exists");
        await account.WaitAsync(id, "running");
        await WaitAsync("instance-running");
        await WaitAsync("instance-status-ok");
        await account.Ec2.CallAsync("StopInstances", new { InstanceIds = new[] { id } });
        await account.WaitAsync(id, "stopped");
        await WaitAsync("instance-stopped");
        await account.Ec2.CallAsync("TerminateInstances", new { InstanceIds = new[] { id } });
        await account.GoneAsync(id);
        await WaitAsync("instance-terminated");

        async Task WaitAsync(string waiter)
        {
            var run = await account.Account.Root.Aws.RunAsync("ec2", "wait", waiter, "--instance-ids", id);
            Assert.True(run.ExitCode == 0, $"{waiter}: {run.Errors}");
        }
    }
}
