using System.Diagnostics;
using System.Globalization;

namespace Claviger.EndToEnd;

/// <summary>The life of instances that really run, and what is left of it.</summary>
[Collection(LabCollection.Name)]
public sealed class LabLifeTests
{
    private const string FirstBoot = """
        #!/bin/sh
        echo booted for the first time as $(id -un)
        echo boot >> /var/tmp/boots
        """;

    private const string Background = "(setsid sleep 1234 >/dev/null 2>&1 < /dev/null &)";
    private const string InBackground = "pgrep -c -f '^sleep 1234'";

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task Stop_start_reboot_and_terminate_act_on_all_processes_and_the_disk_lasts(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver);
        var id = await lab.LaunchAsync(userData: FirstBoot);
        await lab.ConsoleShowsAsync(id, "booted for the first time as root");
        await lab.OutputAsync(id, $"echo kept > /var/tmp/kept; rm /usr/bin/curl; {Background}");

        await lab.Ec2.CallAsync("StopInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "stopped");
        Assert.Empty(lab.Processes());
        await lab.Ec2.CallAsync("StartInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "running");
        Assert.Equal("kept boot gone 0", await lab.OutputAsync(id, $"echo $(cat /var/tmp/kept /var/tmp/boots) $([ -e /usr/bin/curl ] || echo gone) $({InBackground}); {Background}"));

        var before = lab.Processes();
        await lab.Ec2.CallAsync("RebootInstances", new { InstanceIds = new[] { id } });
        while (lab.Processes().Intersect(before).Any())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        // It is running all the while; a session is there once it is up.
        ProgramRun run;
        do
        {
            run = await lab.ShellAsync(id, InBackground);
        }
        while (run.Output.Length == 0);
        Assert.Equal("0\n", run.Output);

        await lab.Ec2.CallAsync("TerminateInstances", new { InstanceIds = new[] { id } });
        await lab.WaitAsync(id, "terminated");
        AssertNothingIsLeft(lab, id);
        await lab.ConsoleShowsAsync(id, "booted for the first time as root");
    }

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task After_kill_9_of_the_server_instances_are_found_again_or_reported_ended_and_nothing_is_left_behind(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver);
        await lab.NewRoleAsync("app");
        var (kept, lost) = (await lab.LaunchAsync("app"), await lab.LaunchAsync("app"));
        await lab.OutputAsync(kept, Background);

        await lab.Server.KillAsync();
        foreach (var process in lab.Processes().Where(it => CommandOf(it).Contains(lost, StringComparison.Ordinal)))
        {
            using var keeper = Process.GetProcessById(process);
            keeper.Kill(entireProcessTree: true);
        }

        await lab.Server.StartAgainAsync();
        await lab.WaitAsync(lost, "stopped");
        Assert.Equal("Server.InternalError: The instance ended while the server was not running", (await lab.DescribeAsync(lost))["StateReason.Message"]);
        Assert.Equal("running", await lab.StateAsync(kept));
        Assert.Equal(
            $"1 arn:aws:sts::{LiveServer.AccountId}:assumed-role/app/{kept}",
            await lab.OutputAsync(kept, $"echo $({InBackground}) $(aws sts get-caller-identity --query Arn --output text)"));

        await lab.Ec2.CallAsync("TerminateInstances", new { InstanceIds = new[] { kept, lost } });
        await lab.WaitAsync(kept, "terminated");
        await lab.WaitAsync(lost, "terminated");
        AssertNothingIsLeft(lab, kept);
        AssertNothingIsLeft(lab, lost);
    }

    [Fact]
    public async Task A_server_that_runs_no_instances_ends_those_of_the_one_before_and_says_so()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        var (stopped, ended) = (await lab.LaunchAsync(), await lab.LaunchAsync());
        await lab.Server.KillAsync();

        await lab.Server.StartAgainAsync("--instances=false");
        await lab.WaitAsync(stopped, "stopped");
        Assert.Matches("^Server.InternalError: .*--instances", (await lab.DescribeAsync(stopped))["StateReason.Message"]);
        Assert.Empty(lab.Processes());
        Assert.Equal("Unsupported", (await lab.Ec2.FailAsync("StartInstances", new { InstanceIds = new[] { stopped } })).Code);
        await lab.ConsoleShowsAsync(stopped, "is up.");
        await lab.Ec2.CallAsync("TerminateInstances", new { InstanceIds = new[] { ended } });
        await lab.WaitAsync(ended, "terminated");
        AssertNothingIsLeft(lab, ended);

        await lab.Server.StopAsync();
        await lab.Server.StartAgainAsync();
        await lab.Ec2.CallAsync("StartInstances", new { InstanceIds = new[] { stopped } });
        await lab.WaitAsync(stopped, "running");
    }

    [Fact]
    public async Task What_ends_in_an_instance_is_collected()
    {
        await using var lab = await InstanceLab.StartAsync(LabDriver.Rootless);
        var id = await lab.LaunchAsync();

        // A session whose client was killed leaves its program to nobody.
        using var client = lab.Start(id, ["/bin/sh", "-c", "echo on; sleep 1000; true"]);
        Assert.Equal("on", await client.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        client.Kill();
        const string ended = "(setsid sh -c 'sleep 0.05; exit 3' &); for i in $(seq 300); do"
            + " pgrep -x -f 'sleep 1000' || grep -l '^State:.Z' /proc/[0-9]*/status || exit 0; sleep 0.1; done 2>/dev/null; exit 1";
        Assert.Equal(0, (await lab.ShellAsync(id, ended)).ExitCode);
    }

    private static string CommandOf(int process) => File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cmdline"));

    private static void AssertNothingIsLeft(InstanceLab lab, string id)
    {
        Assert.DoesNotContain(lab.Processes(), process => CommandOf(process).Contains(id, StringComparison.Ordinal));
        Assert.DoesNotContain(id, File.ReadAllText("/proc/mounts"), StringComparison.Ordinal);
        Assert.Equal(["console.log"], Directory.EnumerateFileSystemEntries(Path.Combine(lab.Server.Folder, "instances", id)).Select(Path.GetFileName));
        var depth = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
        Assert.Empty(Directory.EnumerateDirectories("/sys/fs/cgroup", id, depth));
    }
}
