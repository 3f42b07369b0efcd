using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Claviger.EndToEnd;

public sealed partial class DurabilityTests
{
    private const int Writes = 12;

    [Fact]
    public async Task The_database_file_is_synced_between_a_write_and_its_answer()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        using var folder = new TemporaryFolder();
        var trace = Path.Combine(folder.Path, "trace");
        using (var tracer = await AttachAsync(server.ProcessId, trace))
        {
            var http = new RawHttp(server.Endpoint, LiveServer.RootKey);
            for (var number = 0; number < Writes; number++)
            {
                var answer = await http.FormAsync(string.Create(CultureInfo.InvariantCulture, $"Action=CreateUser&Version=2010-05-08&UserName=user{number}"));
                Assert.Equal(200, answer.Status);
            }

            await server.StopAsync();
            await tracer.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var steps = (await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken)).Aggregate(new Steps(), Read).Seen;
        Assert.Equal(Writes, steps.Count(step => step == 'a'));
        Assert.Matches("^s*(rs+a+s*){12}$", new string([.. steps]));
    }

    private static async Task<Process> AttachAsync(int processId, string output)
    {
        var start = new ProcessStartInfo(
            "strace", ["-f", "-y", "-s", "64", "-e", "trace=fsync,fdatasync,recvfrom,recvmsg,sendto,sendmsg", "-o", output, "-p", $"{processId}"])
        {
            RedirectStandardError = true,
        };
        var tracer = Process.Start(start)!;
        Assert.Contains("attached", await tracer.StandardError.ReadLineAsync(), StringComparison.Ordinal);
        _ = tracer.StandardError.ReadToEndAsync();
        return tracer;
    }

    // What happened, in order: r a request came, s the database was synced, a an answer went.
    private static Steps Read(Steps steps, string line)
    {
        var thread = line.Split(' ', 2)[0];
        if (SyncBegun().IsMatch(line))
        {
            steps.Syncing.Add(thread);
        }

        if (SyncEnded().IsMatch(line) && steps.Syncing.Remove(thread))
        {
            steps.Seen.Add('s');
        }
        else if (line.Contains("\"POST / HTTP/1.1", StringComparison.Ordinal))
        {
            steps.Seen.Add('r');
        }
        else if (line.Contains("\"HTTP/1.1 200 OK", StringComparison.Ordinal))
        {
            steps.Seen.Add('a');
        }

        return steps;
    }

    [GeneratedRegex(@" f(data)?sync\(\d+<[^>]*/claviger\.db")]
    private static partial Regex SyncBegun();

    [GeneratedRegex(@" (f(data)?sync\(|<\.\.\. f(data)?sync resumed>).*= 0$")]
    private static partial Regex SyncEnded();

    private sealed class Steps
    {
        public List<char> Seen { get; } = [];

        public HashSet<string> Syncing { get; } = [];
    }
}
