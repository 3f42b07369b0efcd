using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Claviger.EndToEnd;

/// <summary>What an instance reaches of its host, and of other instances: tried from inside.</summary>
[Collection(LabCollection.Name)]
public sealed class IsolationTests
{
    private const string NoRights = """
        import os
        status = dict(line.split(':', 1) for line in open('/proc/self/status'))
        print(status['CapEff'].strip(), status['NoNewPrivs'].strip(), status['Seccomp'].strip())
        print(open('/proc/self/uid_map').read().split()[1])
        """;

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task An_instance_reaches_nothing_of_its_host_but_what_serves_it(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver);
        var id = await lab.LaunchAsync();
        using var everywhere = new TcpListener(IPAddress.Any, 0);
        everywhere.Start();
        var open = ((IPEndPoint)everywhere.LocalEndpoint).Port;

        // No address of the host answers, the loopback's and those of its interfaces, nor anything beyond it.
        var addresses = NetworkInterface.GetAllNetworkInterfaces().SelectMany(it => it.GetIPProperties().UnicastAddresses)
            .Select(it => it.Address).Where(it => it.AddressFamily == AddressFamily.InterNetwork).Append(IPAddress.Parse("198.51.100.1"));
        var urls = addresses.SelectMany(address => new[] { open, lab.Server.Endpoint.Port }
            .Select(port => string.Create(CultureInfo.InvariantCulture, $"http://{address}:{port}/")));
        Assert.Equal("", await lab.OutputAsync(id, $"for url in {string.Join(' ', urls)}; do curl -s -o /dev/null --max-time 3 $url && echo $url; done; true"));
        Assert.False(everywhere.Pending());
        // What is ours on the endpoint is not for instances, however they ask for it.
        Assert.NotEqual("200", await Unreached(lab, id, "https://endpoint.amazonaws.com/_claviger/livez"));

        // No file of the host: neither the data folder nor what lies above it, from any process that can be seen; no device.
        var folders = $"for root in / /proc/[0-9]*/root; do ls -d $root{lab.Server.Folder} $root/claviger $root{Repository.Root}; done";
        const string mentions = "cat /proc/[0-9]*/environ /proc/mounts | tr '\\0' '\\n' | grep 'claviger-test'";
        const string devices = "ls /dev/vda /dev/sda /dev/mem /dev/kmsg /dev/fuse /dev/kvm";
        const string files = "ls -l /proc/[0-9]*/fd | grep -E 'socket|claviger|net:|mnt:|user:'";
        Assert.Equal("", await lab.OutputAsync(id, $"({folders}; {mentions}; {devices}; {files}) 2>/dev/null; true"));

        // No right to make any of it otherwise.
        var rights = (await lab.OutputAsync(id, $"python3 -c \"{NoRights}\"")).Split('\n');
        Assert.Equal("0000000000000000 1 2", rights[0]);
        Assert.NotEqual("0", rights[1]);
        string[] attempts =
        [
            "unshare --user true", "unshare --net true", "mount -t tmpfs none /mnt", "mount --bind / /mnt", "umount /proc", "ip address add 10.1.2.3/32 dev lo",
            "mknod /tmp/device b 8 0", "nsenter --target 1 --mount true", "chroot / true", "echo 1 > /proc/sys/kernel/sysrq", "python3 -c 'import os, signal; os.kill(1, 9); os.kill(1, 0); raise SystemExit(1)'",
            "python3 -c 'import socket; socket.socket(socket.AF_ALG)'",
        ];
        Assert.Equal("", await lab.OutputAsync(id, string.Join('\n', attempts.Select((attempt, number) => $"({attempt}) >/dev/null 2>&1 && echo attempt {number}")) + "\ntrue"));
    }

    [Theory]
    [InlineData(LabDriver.Rootless)]
    [InlineData(LabDriver.Root)]
    public async Task Two_instances_use_nothing_of_each_other(LabDriver driver)
    {
        await using var lab = await InstanceLab.StartAsync(driver);
        await lab.NewRoleAsync("one");
        await lab.NewRoleAsync("two");
        var one = await lab.LaunchAsync("one");
        var two = await lab.LaunchAsync("two");
        var tokenOfOne = await lab.OutputAsync(one, Token);
        Assert.Equal("200", await lab.OutputAsync(one, Status(tokenOfOne, "iam/security-credentials/one")));
        Assert.Equal("401", await lab.OutputAsync(two, Status(tokenOfOne, "iam/security-credentials/two")));
        Assert.Equal("404", await lab.OutputAsync(two, $"TOKEN=$({Token}); {Status("$TOKEN", "iam/security-credentials/one")}"));
        Assert.Equal(two, await lab.OutputAsync(two, $"curl -s -H \"X-aws-ec2-metadata-token: $({Token})\" -H 'X-Forwarded-For: 172.31.0.5' http://169.254.169.254/latest/meta-data/instance-id"));

        // Each has its own network: the address of the other one is nowhere.
        var address = await lab.OutputAsync(one, $"curl -s -H \"X-aws-ec2-metadata-token: {tokenOfOne}\" http://169.254.169.254/latest/meta-data/local-ipv4");
        Assert.Equal("000", await Unreached(lab, two, $"http://{address}/"));
        await lab.OutputAsync(one, "touch /tmp/mark");
        Assert.Equal("none", await lab.OutputAsync(two, "for p in /proc/[0-9]*; do ls $p/root/tmp/mark; done 2>/dev/null | grep . || echo none"));
    }

    internal const string Token = "curl -s -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600' http://169.254.169.254/latest/api/token";

    private static string Status(string token, string path) =>
        $"curl -s -o /dev/null -w '%{{http_code}}' -H \"X-aws-ec2-metadata-token: {token}\" http://169.254.169.254/latest/meta-data/{path}";

    private static async Task<string> Unreached(InstanceLab lab, string id, string url) =>
        (await lab.ShellAsync(id, $"curl -s -o /dev/null -w '%{{http_code}}' --max-time 3 {url}")).Output;
}
