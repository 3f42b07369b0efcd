using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Claviger.Store.Crash;

/// <summary>Starts writers, ends them badly, and looks at what they have left.</summary>
public sealed class CrashRounds(string folder)
{
    private readonly HashSet<string> acknowledged = [];
    private readonly List<string> faults = [];
    private int found;

    /// <summary>Kills a writer at a random moment, opens what it has left, and lets the next go on with it.</summary>
    public async Task<CrashResult> KillAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            using var writer = Start("exec");
            var lines = ReadAsync(writer, out var first);
            await first;
            await Task.Delay(Random.Shared.Next(20, 400));
            writer.Kill();
            await writer.WaitForExitAsync();
            await lines;
            await CheckAsync();
        }

        return new CrashResult("kill -9", acknowledged.Count, found, faults);
    }

    /// <summary>Gives a writer files of a bounded size, which fail its writes as a full disk does.</summary>
    public async Task<CrashResult> FillAsync(int kilobytes)
    {
        // Blocks of ulimit are 512 bytes in a POSIX shell. Ignored, the signal becomes an error of the write.
        using var writer = Start(string.Create(CultureInfo.InvariantCulture, $"trap '' XFSZ; ulimit -f {kilobytes * 2}; exec"));
        await ReadAsync(writer, out _);
        await writer.WaitForExitAsync();
        if (writer.ExitCode != 0)
        {
            faults.Add($"the writer did not become read-only but ended with {writer.ExitCode}");
        }

        await CheckAsync();
        return new CrashResult("full disk", acknowledged.Count, found, faults);
    }

    private Process Start(string prefix)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "-c", prefix + " \"$@\"", "sh", Environment.ProcessPath!, "write", folder },
        };

        // Under a test runner this process is another program.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "Claviger.Store.Crash")
        {
            start.ArgumentList[3] = "dotnet";
            start.ArgumentList.Insert(4, typeof(CrashRounds).Assembly.Location);
        }

        // The runtime's own large files in memory would count against the bound of a file's size.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    private Task ReadAsync(Process writer, out Task first)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        first = begun.Task;
        return Task.Run(async () =>
        {
            // A line cut by the kill was not acknowledged.
            while (await writer.StandardOutput.ReadLineAsync() is { Length: 21 } line)
            {
                acknowledged.Add(line);
                begun.TrySetResult();
            }

            begun.TrySetResult();
        });
    }

    private async Task CheckAsync()
    {
        await using var store = SqliteStore.Open(folder, TimeProvider.System);
        faults.AddRange(store.FindDamage());
        using var tx = store.OpenRead();
        var account = CrashWriter.Account;
        var users = Users.Page(tx, account, "/", "", int.MaxValue);
        var events = AuditLog.ReadEvents(tx, account, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, int.MaxValue);
        found = users.Count;
        faults.AddRange(acknowledged.Except(users.Select(static user => user.Id)).Select(static id => $"{id} was acknowledged and is lost"));
        faults.AddRange(users
            .Where(user => Memberships.GroupsOf(tx, account, user.Id) is not [{ } group] || group.Name != user.Name)
            .Select(static user => $"{user.Id} is half made"));
        faults.AddRange(users
            .Select(static user => user.Id)
            .Except(events.Select(static entry => Encoding.UTF8.GetString(entry.Content)))
            .Select(static id => $"{id} has no event"));

        // The account's own creation was the first.
        if (tx.RevisionOf(account) != users.Count + 1)
        {
            faults.Add($"the revision is {tx.RevisionOf(account)} after {users.Count} users");
        }

        var link = AuditLink.Start;
        foreach (var entry in events)
        {
            link = link.Next(entry.At, entry.Content);
            if (entry.Link.Sequence != link.Sequence || !entry.Link.Hash.AsSpan().SequenceEqual(link.Hash))
            {
                faults.Add($"the audit chain is broken at {entry.Link.Sequence}");
                break;
            }
        }
    }
}
