using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Claviger.Ec2;

/// <summary>What runs in an instance's namespaces, as its keeper sees it.</summary>
internal sealed class RunningMachine : IKeptSystem
{
    private static readonly TimeSpan LongestPartings = TimeSpan.FromSeconds(3);

    private const string FirstProgram = "/bin/sleep";
    private const string UserDataScript =
        "mkdir -p /var/lib/cloud/instance/scripts && cat > /var/lib/cloud/instance/scripts/user-data && "
        + "chmod 700 /var/lib/cloud/instance/scripts/user-data && cd / && exec /var/lib/cloud/instance/scripts/user-data";

    private readonly ConsoleLog _console;

    private RunningMachine(BootPlan plan, InstanceListeners listeners, int firstProcess)
    {
        Plan = plan;
        Listeners = listeners;
        FirstProcess = firstProcess;
        ProcessNamespace = Libc.Demand(Libc.Open($"/proc/{firstProcess}/ns/pid", Libc.CloseOnExec), "The instance's process namespace can't be opened");
        _console = new ConsoleLog(ConsolePath);
    }

    /// <summary>The file that holds what the instance wrote to its console.</summary>
    public static string ConsolePath => Path.Combine(KeeperPaths.Instance, "console.log");

    /// <inheritdoc/>
    public BootPlan Plan { get; }

    /// <inheritdoc/>
    public InstanceListeners Listeners { get; }

    /// <summary>The first process of the instance's own process namespace, by its number in the keeper's.</summary>
    public int FirstProcess { get; }

    /// <summary>That process namespace, open.</summary>
    public int ProcessNamespace { get; }

    /// <summary>Starts the instance; ends this process when the instance ends.</summary>
    public static RunningMachine Start(BootPlan plan, InstanceListeners listeners)
    {
        var console = new ConsoleLog(ConsolePath);
        var (read, write) = Libc.Pipe();
        var (factsRead, factsWrite) = Libc.Pipe();
        var process = Sandbox.Start(
            plan,
            ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--hostname", plan.HostName, "--info-fd", "5"],
            [FirstProgram, "infinity"],
            [],
            [(write, 1), (write, 2), (factsWrite, 5)],
            null);
        Libc.Close(write);
        Libc.Close(factsWrite);
        var machine = new RunningMachine(plan, listeners, Sandbox.ReadChild(factsRead));
        new Thread(() => console.Copy(Stream(read))) { IsBackground = true }.Start();
        new Thread(() =>
        {
            process.Wait();
            Environment.Exit(0);
        }) { IsBackground = true }.Start();
        if (!plan.IsHeldToMemory)
        {
            new MemoryWatch(plan.MemoryBytes, console).Start();
        }

        new DiskWatch(plan.DiskBytes, reason => End(console, reason)).Start();
        console.WriteLine($"{plan.HostName} is up.");
        if (plan.UserData is { } userData)
        {
            new Thread(() => machine.RunUserData(Convert.FromBase64String(userData))) { IsBackground = true }.Start();
        }

        return machine;
    }

    /// <inheritdoc/>
    public ChildProcess Start(
        IReadOnlyList<string> command, IReadOnlyCollection<KeyValuePair<string, string>> environment, IReadOnlyList<(int Here, int There)> files, string? terminal) =>
        InstanceSession.Start(this, command, environment, files, terminal);

    /// <summary>Asks every program of the instance to end, and waits for that, up to a time.</summary>
    public void AskToEnd()
    {
        var until = Environment.TickCount64 + (long)LongestPartings.TotalMilliseconds;
        var asked = new HashSet<int>();
        for (var left = Programs().ToList(); left.Count > 0 && Environment.TickCount64 < until; left = [.. Programs()])
        {
            foreach (var program in left.Where(asked.Add))
            {
                Libc.Signal(program, Libc.Terminate);
            }

            Thread.Sleep(20);
        }
    }

    /// <summary>All processes that the keeper sees, itself among them.</summary>
    public static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(static path => int.TryParse(Path.GetFileName(path.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(static id => id > 0);

    /// <summary>All in the instance's process namespace but its first two: who collects the ended, and what keeps it up.</summary>
    public static IEnumerable<int> Programs() => Processes().Where(static id => NumberWithin(id) > 2);

    /// <summary>The number that a process has within the instance; 0 where it is none of its.</summary>
    public static int NumberWithin(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("NSpid:", StringComparison.Ordinal));
            return line?.Split('\t', StringSplitOptions.RemoveEmptyEntries) is [_, _, .. { Length: > 0 } inner]
                ? int.Parse(inner[^1], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    // The end of this process is the end of all.
    private static void End(ConsoleLog console, string reason)
    {
        console.WriteLine(reason);
        File.WriteAllText(Path.Combine(KeeperPaths.Instance, KeeperPaths.EndReason), reason);
        Environment.Exit(0);
    }

    private void RunUserData(byte[] script)
    {
        if (script is not [(byte)'#', (byte)'!', ..])
        {
            _console.WriteLine("The user data is no script: it does not begin with #!.");
            return;
        }

        var (inputRead, inputWrite) = Libc.Pipe();
        var (outputRead, outputWrite) = Libc.Pipe();
        var process = Start(["/bin/sh", "-c", UserDataScript], [], [(inputRead, 0), (outputWrite, 1), (outputWrite, 2)], null);
        Libc.Close(inputRead);
        Libc.Close(outputWrite);
        new Thread(() => _console.Copy(Stream(outputRead))) { IsBackground = true }.Start();
        using (var input = Stream(inputWrite))
        {
            input.Write(script);
        }

        _console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The user data's script ended with {process.Wait()}."));
    }

    private static FileStream Stream(int descriptor) => new(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
}
