using System.Diagnostics;
using System.Net.NetworkInformation;

namespace Claviger.EndToEnd;

/// <summary>The metadata service's hop limit, felt where it is on AWS: in a network behind that of an instance, as a container's is.</summary>
[Collection(LabCollection.Name)]
public sealed class HopLimitTests
{
    private const string Put = "curl -s -o /dev/null -w '%{http_code}' --max-time 2 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://169.254.169.254/latest/api/token";
    private const string Get = "curl -s -o /dev/null -w '%{http_code}' --max-time 2 http://169.254.169.254/latest/meta-data/instance-id";

    // What is lost is sent again: with the hops of that moment, which a second request on the same connection must not have raised.
    private const string PutThenGet = """
        /usr/bin/python3 -c '
        import socket
        s = socket.create_connection(("169.254.169.254", 80), 2)
        s.sendall(b"PUT /latest/api/token HTTP/1.1\r\nHost: x\r\nX-aws-ec2-metadata-token-ttl-seconds: 60\r\n\r\nGET /latest/meta-data/instance-id HTTP/1.1\r\nHost: x\r\n\r\n")
        s.settimeout(2)
        try: print(len(s.recv(4096)) > 0)
        except OSError: print("nothing")
        '
        """;

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task A_token_goes_no_further_than_the_hop_limit_says(LabDriver driver)
    {
        Assert.SkipUnless(Environment.UserName == "root", "Only root of the host can put a network behind that of an instance.");
        var interfaces = Interfaces();
        await using var lab = await InstanceLab.StartAsync(driver);
        var id = await lab.LaunchAsync(options: new { HttpTokens = "optional", HttpPutResponseHopLimit = 1 });
        var address = await lab.OutputAsync(id, "curl -s http://169.254.169.254/latest/meta-data/local-ipv4");
        var hardware = await lab.OutputAsync(id, "curl -s http://169.254.169.254/latest/meta-data/mac");
        Assert.Equal(
            [hardware, $"{address}/32"],
            (await lab.OutputAsync(id, "ip -o link show eth0 | grep -o 'ether [^ ]*' | cut -d' ' -f2; ip -o -4 address show eth0 | grep -o 'inet [^ ]*' | cut -d' ' -f2")).Split('\n'));
        Assert.Equal("200", await lab.OutputAsync(id, Put));
        // The host's own network has no part in it.
        Assert.Equal(interfaces, Interfaces());

        var instance = NetworkOf(lab);
        using var container = Process.Start("nsenter", [$"--net=/proc/{instance}/ns/net", "unshare", "--net", "sleep", "infinity"]);
        try
        {
            await UntilApartAsync(container.Id, instance);
            await BashAsync(instance, $"""
                set -e
                ip link add container type veth peer name eth0 netns {container.Id}
                ip address add 10.99.0.1/24 dev container
                ip link set container up
                echo 1 > /proc/sys/net/ipv4/ip_forward
                nft 'add table ip nat; add chain ip nat out {"{ type nat hook postrouting priority srcnat; }"}; add rule ip nat out ip saddr 10.99.0.0/24 oifname "eth0" masquerade'
                """);
            await BashAsync(container.Id, "set -e; ip address add 10.99.0.2/24 dev eth0; ip link set eth0 up; ip route add default via 10.99.0.1");

            Assert.Equal("200", await BashAsync(container.Id, Get));
            Assert.Equal("000", await BashAsync(container.Id, Put));
            Assert.Equal("nothing", await BashAsync(container.Id, PutThenGet));
            await lab.Ec2.CallAsync("ModifyInstanceMetadataOptions", new { InstanceId = id, HttpPutResponseHopLimit = 2 });
            Assert.Equal("200", await BashAsync(container.Id, Put));

            // An address that is not the instance's gets no answer, whoever takes it.
            Assert.Equal("000", await BashAsync(instance, $"ip address add 172.31.99.99/32 dev lo && {Get} --interface 172.31.99.99"));
        }
        finally
        {
            container.Kill();
        }
    }

    private static string[] Interfaces() => [.. NetworkInterface.GetAllNetworkInterfaces().Select(static it => it.Name).Order(StringComparer.Ordinal)];

    // Of the processes that keep the instance, the first within its network.
    private static int NetworkOf(InstanceLab lab)
    {
        var own = Network(Environment.ProcessId);
        var family = new HashSet<int>(lab.Processes());
        foreach (var process in Process.GetProcesses().OrderBy(static process => process.Id))
        {
            if (family.Contains(ParentOf(process.Id)))
            {
                family.Add(process.Id);
            }
        }

        return family.First(process => Network(process) is { } network && network != own);
    }

    private static int ParentOf(int process) =>
        File.Exists($"/proc/{process}/stat") ? int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string? Network(int process) => File.ResolveLinkTarget($"/proc/{process}/ns/net", returnFinalTarget: false)?.Name;

    private static async Task UntilApartAsync(int process, int instance)
    {
        while (Network(process) is var network && (network == Network(instance) || network == Network(Environment.ProcessId)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    private static async Task<string> BashAsync(int process, string script)
    {
        var run = await ProgramRun.OfAsync(new("nsenter", [$"--net=/proc/{process}/ns/net", "bash", "-c", script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        });
        Assert.Equal("", run.Errors);
        return run.Output.Trim();
    }
}
