using Claviger.Ec2;

namespace Claviger.EndToEnd;

/// <summary>How virtual machines are refused, and by which command they are run; they themselves are <see cref="MachineLabTests"/>'.</summary>
public sealed class MachineRefusalTests
{
    [Fact]
    public async Task What_the_host_lacks_is_said_in_one_sentence_with_the_remedy()
    {
        Assert.SkipUnless(TestServer.Store == StoreKind.Sqlite, "What runs instances knows no store: once is enough.");
        using var programs = new TemporaryFolder();
        await using var server = await LiveServer.StartAsync(["--virtual-machines"], new Dictionary<string, string?> { ["PATH"] = programs.Path });
        var image = await TinyImage.ImportAsync(server.Folder);
        await using var boto3 = SdkProcess.Boto3();
        var ec2 = new SdkClient(boto3, server.Endpoint, "ec2", LiveServer.RootKey);
        var launch = new { ImageId = image, InstanceType = "t3.nano", MinCount = 1, MaxCount = 1 };
        Assert.Equal(
            "QEMU is missing, by which virtual machines are run: install it (on Debian: apt-get install qemu-system-x86) and start the server again.",
            (await ec2.FailAsync("RunInstances", launch)).Message);

        // All of it is there now, at least by name, but the image has no kernel.
        await server.StopAsync();
        foreach (var program in new[] { "qemu-system-x86_64", "qemu-img", "ssh" })
        {
            programs.Write(program, "");
        }

        await server.StartAgainAsync();
        ec2 = new SdkClient(boto3, server.Endpoint, "ec2", LiveServer.RootKey);
        var id = (await ec2.CallAsync("RunInstances", launch)).List("Instances")[0]["InstanceId"]!;
        SdkAnswer instance;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            instance = (await ec2.CallAsync("DescribeInstances", new { InstanceIds = new[] { id } })).List("Reservations")[0].List("Instances")[0];
        }
        while (instance["State.Name"] is "pending" or "shutting-down");

        // A launch that fails leaves nothing that could be started.
        Assert.Equal("terminated", instance["State.Name"]);
        Assert.Equal(
            $"Server.InternalError: The image {image} has no kernel for a virtual machine to boot: make one that has with claviger image build --kernel.", instance["StateReason.Message"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_command_gives_a_machine_its_type_and_its_own_files_and_nothing_else(bool isAccelerated)
    {
        var plan = new BootPlan
        {
            HostName = "ip-172-31-20-7", PrivateAddress = "172.31.20.7", MacAddress = "0a:01:02:03:04:05", Processes = 256, MemoryBytes = 1024L * 1024 * 1024, DiskBytes = 1,
            Machine = new MachinePlan(2),
        };
        var command = MachineCommand.For(plan, isAccelerated);
        string After(string option) => command[command.ToList().LastIndexOf(option) + 1];
        Assert.Equal("2", After("-smp"));
        Assert.Equal("1024", After("-m"));
        Assert.Equal("virtio-net-pci,netdev=net,mac=0a:01:02:03:04:05,romfile=", After("-device"));
        Assert.Equal("user,id=net,net=172.31.16.0/20,host=172.31.16.1,dhcpstart=172.31.20.7,ipv6=off,hostfwd=tcp:127.0.0.1:2222-172.31.20.7:22", After("-netdev"));
        Assert.Equal("on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny", After("-sandbox"));
        Assert.StartsWith(isAccelerated ? "kvm" : "tcg", After("-accel"), StringComparison.Ordinal);
        Assert.Equal("ALL", After("--cap-drop"));

        // What it may write: its own disk, and where it meets its keeper.
        Assert.Equal(
            ["/tmp/machine", "/claviger/instance/machine"],
            command.Select((word, place) => (word, place)).Where(it => it.word == "--bind").Select(it => command[it.place + 1]));
        Assert.All(
            command.Where(static word => word.StartsWith('/') && word.Count(static letter => letter == '/') > 1),
            static path => Assert.Matches("^/(usr|etc/ld.so.cache|claviger|tmp/machine|dev/kvm)", path));
    }
}
