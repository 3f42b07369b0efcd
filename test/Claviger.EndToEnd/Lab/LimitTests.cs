namespace Claviger.EndToEnd;

/// <summary>What an instance may use of its host by its type, exceeded from inside.</summary>
[Collection(LabCollection.Name)]
public sealed class LimitTests
{
    private static readonly Dictionary<string, object> SmallVolume = new()
    {
        ["BlockDeviceMappings"] = new[] { new { DeviceName = "/dev/xvda", Ebs = new { VolumeSize = 1 } } },
    };

    // Of 512 MiB. Each holds its share before the next begins.
    private const string FourTimes200 = """
        import os, sys, time
        children = []
        for number in range(4):
            ready, done = os.pipe()
            child = os.fork()
            if child == 0:
                held = bytearray(os.urandom(4096)) * (200 * 256)
                os.write(done, b'.')
                time.sleep(30)
                os._exit(0)
            os.close(done)
            children.append(child)
            os.read(ready, 1)
        time.sleep(1)
        alive = [child for child in children if os.waitpid(child, os.WNOHANG)[0] == 0]
        for child in alive:
            os.kill(child, 9)
        print(len(alive))
        """;

    private const string TooMany = """
        import os, time
        children = []
        try:
            while len(children) < 5000:
                child = os.fork()
                if child == 0:
                    time.sleep(60)
                    os._exit(0)
                children.append(child)
        except BlockingIOError:
            print('refused')
        for child in children:
            os.kill(child, 9)
        """;

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task An_instance_is_held_to_the_limits_of_its_type(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver);
        var id = await lab.LaunchAsync(type: "t2.nano", more: SmallVolume);

        // One processor, on which it stays; no memory that no program is seen to hold; no file that is longer than the volume.
        const string alone = "taskset -p ff $$ > /dev/null; nproc; for attempt in 'head -c 100M /dev/zero > /dev/shm/file' 'echo > /dev/file' 'python3 -c \"bytearray(1 << 30)\"'"
            + " 'python3 -c \"import os; os.memfd_create(chr(120))\"'; do bash -c \"$attempt\" >/dev/null && echo $attempt; done;"
            + "head -c 1100M /dev/zero > /var/tmp/file; stat -c %s /var/tmp/file; rm /var/tmp/file";
        Assert.Equal("1\n1073741824", await lab.OutputAsync(id, alone));

        // Memory of several together; processes, of which those that are over are refused.
        Assert.Equal("2\nrefused", await lab.OutputAsync(id, $"python3 -c \"{FourTimes200}\"; python3 -c \"{TooMany}\""));

        // All files, among them those that were removed and are still open.
        await lab.ShellAsync(id, "fallocate -l 600M /var/tmp/one; exec 3> /var/tmp/two; rm /var/tmp/two; fallocate -l 600M /dev/fd/3; sleep 60");
        await lab.WaitAsync(id, "stopped");
        Assert.StartsWith("Server.InternalError: The volume is full", (await lab.DescribeAsync(id))["StateReason.Message"], StringComparison.Ordinal);
        await lab.ConsoleShowsAsync(id, "The volume is full");
        await lab.Ec2.CallAsync("StartInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "running");
        Assert.Equal("one", await lab.OutputAsync(id, "ls /var/tmp"));
    }
}
