using System.Globalization;

namespace Claviger.EndToEnd;

/// <summary>
/// The story of a role in a virtual machine. Half a minute to several without hardware virtualization: it is run by <c>./check --machines</c> alone.
/// </summary>
[Collection(LabCollection.Name)]
public sealed class MachineLabTests
{
    private const string UserData = "#!/bin/sh\necho the user data is run by $(id -un) with kernel $(uname -r)\ntouch /var/booted";

    [Theory(Explicit = true)]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task A_machine_has_its_roles_credentials_and_nothing_of_its_host(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver, asMachines: true);
        await lab.NewRoleAsync("app", "AmazonS3ReadOnlyAccess");
        await lab.S3.CallAsync("CreateBucket", new { Bucket = "lab-bucket" });
        var began = TimeProvider.System.GetTimestamp();
        var id = await lab.LaunchAsync("app", UserData, new { HttpTokens = "required" });
        Tell(began, "running");
        Assert.NotEqual(File.ReadAllText("/proc/sys/kernel/osrelease").Trim(), await lab.OutputAsync(id, "uname -r"));
        Tell(began, "a shell");

        Assert.Equal(
            $"arn:aws:sts::{LiveServer.AccountId}:assumed-role/app/{id}",
            await lab.OutputAsync(id, "aws sts get-caller-identity --query Arn --output text"));
        Tell(began, "aws sts get-caller-identity");
        Assert.EndsWith(" lab-bucket", await lab.OutputAsync(id, "aws s3 ls"), StringComparison.Ordinal);
        Tell(began, "aws s3 ls");
        Assert.Equal("a\nb 7", (await lab.ShellAsync(id, "cat; echo b 7", "a\n")).Output.Trim());
        Assert.Equal(7, (await lab.ShellAsync(id, "exit 7")).ExitCode);

        // Its type's size; nothing beyond what serves it.
        Assert.Equal("2", await lab.OutputAsync(id, "nproc"));
        Assert.InRange(int.Parse(await lab.OutputAsync(id, "grep MemTotal /proc/meminfo | tr -dc 0-9"), CultureInfo.InvariantCulture), 1_800_000, 2_097_152);
        string[] elsewhere = ["198.51.100.1", "127.0.0.1", "172.31.0.1", "10.0.2.2"];
        var urls = elsewhere.Select(address => string.Create(CultureInfo.InvariantCulture, $"http://{address}:{lab.Server.Endpoint.Port}/"));
        Assert.Equal("", await lab.OutputAsync(id, $"for url in {string.Join(' ', urls)}; do curl -s -o /dev/null --max-time 3 $url && echo $url; done; true"));

        // What it says on its serial line is its console output.
        var console = await lab.Ec2.CallAsync("GetConsoleOutput", new { InstanceId = id });
        Assert.Contains("the user data is run by root with kernel", console["Output"], StringComparison.Ordinal);
        Assert.Contains("The user data's script ended with 0.", console["Output"], StringComparison.Ordinal);

        // Killed, the server finds it again; stopped and started, it has its disk, and boots no user data anew.
        await lab.Server.KillAsync();
        await lab.Server.StartAgainAsync();
        await lab.OutputAsync(id, "rm /var/booted; echo kept > /var/kept; sync");
        Tell(began, "found again");
        await lab.Ec2.CallAsync("StopInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "stopped");
        Tell(began, "stopped");
        await lab.Ec2.CallAsync("StartInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "running");
        Assert.Equal("kept", await lab.OutputAsync(id, "cat /var/kept; ls /var/booted 2>/dev/null; true"));
        Tell(began, "started again");

        // From inside: the end of the machine is a stop.
        await lab.ShellAsync(id, "poweroff");
        await lab.WaitAsync(id, "stopped");
        Tell(began, "powered off from inside");
        await lab.Ec2.CallAsync("TerminateInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "terminated");
        Assert.Empty(lab.Processes());
        Assert.Equal(["console.log"], Directory.EnumerateFiles(Path.Combine(lab.Server.Folder, "instances", id)).Select(Path.GetFileName));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(lab.Server.Folder, "instances", id)));
    }

    private static void Tell(long began, string what) => TestContext.Current.SendDiagnosticMessage(
        string.Create(CultureInfo.InvariantCulture, $"{what} after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s"));
}
