using System.Diagnostics;
using System.Globalization;

namespace Claviger.EndToEnd;

/// <summary>What the kernel sees of a write: the database is synced before the answer goes out.</summary>
public sealed class SyncTests
{
    private const int Writes = 12;

    [Fact]
    public async Task The_database_file_is_synced_between_a_write_and_its_answer()
    {
        await using var server = await LiveServer.StartAsync(StoreKind.Sqlite);
        var http = new RawHttp(server.Endpoint, LiveServer.RootKey);
        var trace = Path.Combine(server.Folder, "trace");
        using (var strace = await AttachAsync(server.ProcessId, trace))
        {
            for (var i = 0; i < Writes; i++)
            {
                var answer = await http.FormAsync(string.Create(CultureInfo.InvariantCulture, $"Action=CreateUser&Version=2010-05-08&UserName=traced{i}"));
                Assert.Equal(200, answer.Status);
            }

            strace.Kill();
            await strace.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var isSynced = false;
        var answers = 0;
        foreach (var line in await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken))
        {
            if (line.Contains("sync(", StringComparison.Ordinal) && line.Contains("claviger.db", StringComparison.Ordinal))
            {
                isSynced = true;
            }
            else if (line.Contains("HTTP/1.1 200", StringComparison.Ordinal))
            {
                Assert.True(isSynced, $"Answered without a sync: {line}");
                isSynced = false;
                answers++;
            }
        }

        Assert.Equal(Writes, answers);
    }

    private static async Task<Process> AttachAsync(int process, string trace)
    {
        var strace = Process.Start(new ProcessStartInfo(
            "strace",
            ["-f", "-y", "-s", "64", "-e", "trace=fsync,fdatasync,sendto,sendmsg,write", "-o", trace, "-p", process.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardError = true,
        })!;
        while (await strace.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("attached", StringComparison.Ordinal))
            {
                _ = strace.StandardError.ReadToEndAsync();
                return strace;
            }
        }

        throw new InvalidOperationException("strace did not attach.");
    }
}
