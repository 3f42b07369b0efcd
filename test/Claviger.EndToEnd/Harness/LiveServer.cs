using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Claviger.Store.Conformance;

namespace Claviger.EndToEnd;

/// <summary>The server as a process of its own, on a port that it chose, with a data folder of its own.</summary>
public sealed partial class LiveServer : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private readonly IReadOnlyList<string> _arguments;
    private readonly IReadOnlyDictionary<string, string?> _environment;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private Process? _process;
    private uint? _user;
    private int? _folderSize;

    private LiveServer(string folder, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        Folder = folder;
        _arguments = arguments;
        _environment = environment;
    }

    /// <summary>The account that the first start makes.</summary>
    public const string AccountId = "111122223333";

    /// <summary>The root user's e-mail address.</summary>
    public const string RootEmail = "root@example.com";

    /// <summary>The root user's password.</summary>
    public const string RootPassword = "correct-Horse-battery-5";

    /// <summary>The root user's access key.</summary>
    public static AwsCredentials RootKey { get; } = new("AKIAQAAAAAAAROOTKEY1", "root/secret+key0123456789abcdefghijklmno");

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>Where its console listens.</summary>
    public Uri Console { get; private set; } = new("http://localhost:0");

    /// <summary>What it has printed since its last start.</summary>
    public IReadOnlyList<string> Output => _output;

    /// <summary>What it has logged since its last start.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The process id.</summary>
    public int ProcessId => Running.Id;

    private Process Running => _process ?? throw new InvalidOperationException("The server isn't running.");

    /// <summary>Starts a server with state of its own; returns once it answers.</summary>
    public static Task<LiveServer> StartAsync(StoreKind store) => StartAsync(store switch
    {
        StoreKind.Memory => ["--ephemeral"],
        StoreKind.Sqlite => [],
        StoreKind.Postgresql => ["--database", PostgresCluster.Shared.CreateDatabase()],
    });

    /// <summary>Starts a server with these options beside <c>--data</c> and <c>--port</c>, and these variables over the usual ones.</summary>
    /// <param name="options">The options.</param>
    /// <param name="environment">The variables.</param>
    /// <param name="user">The user that it runs as, by root's leave; the tests' own by default.</param>
    /// <param name="folderSize">The bytes of a file system in memory that its data folder is, gone when it ends; the disk by default.</param>
    public static async Task<LiveServer> StartAsync(
        IReadOnlyList<string> options, IReadOnlyDictionary<string, string?>? environment = null, uint? user = null, int? folderSize = null)
    {
        var folder = Directory.CreateTempSubdirectory("claviger-test-").FullName;
        var server = new LiveServer(folder, ["serve", "--data", folder, "--port", "0", .. options], environment ?? new Dictionary<string, string?>()) { _user = user, _folderSize = folderSize };
        if (user is not null)
        {
            using var chown = Process.Start("chown", [string.Create(CultureInfo.InvariantCulture, $"{user}:{user}"), folder]);
            await chown.WaitForExitAsync();
        }

        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts the stopped or killed server again on the same state, on another port, with these options beside its own.</summary>
    public async Task StartAgainAsync(params string[] more)
    {
        _process?.Dispose();
        _output.Clear();
        _errors.Clear();
        var start = ClavigerProgram.Start([.. _arguments, .. more]);
        if (_user is { } user)
        {
            var id = user.ToString(CultureInfo.InvariantCulture);
            string[] command = ["--reuid", id, "--regid", id, "--clear-groups", "--", start.FileName, .. _arguments, .. more];
            start.FileName = "setpriv";
            start.ArgumentList.Clear();
            command.ToList().ForEach(start.ArgumentList.Add);
        }

        if (_folderSize is { } size)
        {
            string[] command =
            [
                "--die-with-parent", "--dev-bind", "/", "/", "--size", size.ToString(CultureInfo.InvariantCulture), "--tmpfs", Folder, "--", start.FileName,
                .. _arguments,
            ];
            start.FileName = "bwrap";
            start.ArgumentList.Clear();
            command.ToList().ForEach(start.ArgumentList.Add);
        }

        start.Environment["CLAVIGER_ACCOUNT_ID"] = AccountId;
        start.Environment["CLAVIGER_ROOT_EMAIL"] = RootEmail;
        start.Environment["CLAVIGER_ROOT_PASSWORD"] = RootPassword;
        start.Environment["CLAVIGER_ROOT_ACCESS_KEY_ID"] = RootKey.AccessKeyId;
        start.Environment["CLAVIGER_ROOT_SECRET_ACCESS_KEY"] = RootKey.SecretAccessKey;
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        var errors = DrainAsync(_process.StandardError, _errors);
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _output.Add(line);
            if (ClavigerProgram.EndpointOf(line) is { } endpoint)
            {
                Endpoint = endpoint;
                await ReadConsoleAsync(_process);
                _ = DrainAsync(_process.StandardOutput, _output);
                return;
            }
        }

        await errors;
        throw new InvalidOperationException($"The server did not start:\n{string.Join('\n', _output)}\n{string.Join('\n', _errors)}");
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> InterruptAsync() => EndAsync(Interrupt);

    /// <summary>Ends it as a supervisor does.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync() => EndAsync(Terminate);

    /// <summary>Ends it without warning, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await Running.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<int> EndAsync(int signal)
    {
        if (Signal(Running.Id, signal) != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Signal {signal} did not reach the server."));
        }

        // A server that ignores the signal, as one does that was started with it ignored, fails the test and does not hold the run.
        await Running.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return Running.ExitCode;
    }

    // The line after the endpoint's: what starts together is printed together.
    private async Task ReadConsoleAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync() ?? "";
        _output.Add(line);
        Console = new Uri(new Uri(line.Trim().Split(' ')[^1]).GetLeftPart(UriPartial.Authority));
    }

    // The pipe is read on, or a server that prints much would wait for it.
    private static async Task DrainAsync(StreamReader pipe, List<string> lines)
    {
        while (await pipe.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int processId, int signal);
}
