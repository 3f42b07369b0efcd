using System.Globalization;

namespace Claviger.Ec2;

/// <summary>
/// Holds the sum of an instance's files to the size of its volume. Without a file system of its own there is no write that could fail, so an instance
/// that goes over it ends, and says why. One that is started with a full disk may make room, but grow no further.
/// </summary>
internal sealed class DiskWatch
{
    private const long Slack = 4 << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly long _limit;
    private readonly Action<string> _end;
    private long _used;

    /// <summary>A watch over the disk that was put together.</summary>
    /// <param name="limit">The volume's size, in bytes.</param>
    /// <param name="end">Ends the instance, for this reason.</param>
    public DiskWatch(long limit, Action<string> end)
    {
        _used = Measure() ?? 0;
        _limit = Math.Max(limit, _used) + Slack;
        _end = end;
    }

    /// <summary>Watches for as long as this process lives.</summary>
    public void Start() => new Thread(Watch) { IsBackground = true }.Start();

    private void Watch()
    {
        var drive = new DriveInfo(KeeperPaths.Instance);
        var free = drive.AvailableFreeSpace;
        for (var measured = Environment.TickCount64; ; Thread.Sleep(Pause))
        {
            // To look through all files is dear. The host's free space tells at once when it can't be necessary.
            var since = Environment.TickCount64 - measured;
            if (free - drive.AvailableFreeSpace < (_limit - _used) / 4 && since < Longest.TotalMilliseconds)
            {
                continue;
            }

            // INVARIANT: what can't be told is not taken for little.
            if (Measure() is not { } used)
            {
                _end("How much the files of the volume hold can't be told.");
                return;
            }

            (_used, free) = (used, drive.AvailableFreeSpace);
            measured = Environment.TickCount64;
            if (_used > _limit)
            {
                _end(string.Create(CultureInfo.InvariantCulture, $"The volume is full: its files hold {_used >> 20} MiB of {_limit >> 20}."));
                return;
            }
        }
    }

    private static long? Measure()
    {
        var (_, output) = HostProgram.Run(
            "/usr/bin/du", ["--summarize", "--total", "--block-size=1", "--one-file-system", "--dereference-args", InstanceDisk.Written, .. Removed()]);
        // Files come and go while they are counted, which du mentions.
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [.., var last] && long.TryParse(last.Split('\t')[0], CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : null;
    }

    // A file that was removed is there for as long as a program has it open.
    private static IEnumerable<string> Removed()
    {
        foreach (var id in RunningMachine.Programs())
        {
            foreach (var file in OpenFiles(id))
            {
                yield return file;
            }
        }
    }

    private static List<string> OpenFiles(int id)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/fd")).EnumerateFiles()
                    .Where(static file => file.LinkTarget is ['/', ..] target && target.EndsWith(" (deleted)", StringComparison.Ordinal))
                    .Select(static file => file.FullName),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return [];
        }
    }
}
