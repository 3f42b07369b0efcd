using System.Diagnostics;
using System.Globalization;

namespace Claviger.Bench;

/// <summary>A server under measurement, as a process of its own.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private const double TicksPerSecond = 100;
    private readonly Process _process;

    private ChildServer(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(") ")[1].Split(' ');
            return TimeSpan.FromSeconds(
                (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }

    /// <summary>Resident memory, in bytes.</summary>
    public long Memory => Process.GetProcessById(_process.Id).WorkingSet64;

    /// <summary>The most resident memory that it ever had, in bytes.</summary>
    public long MostMemory => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..].Replace("kB", "", StringComparison.Ordinal),
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture) * 1024;

    /// <summary>Starts a program and waits until it prints the address it listens on.</summary>
    public static async Task<ChildServer> StartAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
            if (at >= 0)
            {
                var end = line.AsSpan(at + 7).IndexOfAny(" /\t");
                var endpoint = new Uri(end < 0 ? line[at..] : line.Substring(at, end + 7));
                _ = process.StandardOutput.ReadToEndAsync();
                return new ChildServer(process, endpoint);
            }
        }

        throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Ends the process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
