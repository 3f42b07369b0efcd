using System.Diagnostics;
using System.Security.Cryptography;

namespace Claviger.Store;

/// <summary>Where the master key comes from: a value, a file or a command that an operator gave; else a file in the data folder.</summary>
public sealed record MasterKeySource
{
    private const string FileName = "master.key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The key in base64 (<c>CLAVIGER_MASTER_KEY</c>).</summary>
    public string? Value { get; init; }

    /// <summary>A file that holds it (<c>CLAVIGER_MASTER_KEY_FILE</c>).</summary>
    public string? File { get; init; }

    /// <summary>A command line that prints it (<c>CLAVIGER_MASTER_KEY_COMMAND</c>), as that of a key management service.</summary>
    public string? Command { get; init; }

    /// <summary>The folder of the data, where a file for the key is made if nothing else was given.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The source that the environment names.</summary>
    /// <param name="dataFolder">The folder of the data.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static MasterKeySource FromEnvironment(string dataFolder, Func<string, string?> variable) => new()
    {
        DataFolder = dataFolder,
        Value = variable("CLAVIGER_MASTER_KEY"),
        File = variable("CLAVIGER_MASTER_KEY_FILE"),
        Command = variable("CLAVIGER_MASTER_KEY_COMMAND"),
    };

    /// <summary>Loads the key.</summary>
    /// <param name="mayCreate">Whether the file in the data folder may be made: only as long as nothing is wrapped under a key yet.</param>
    /// <exception cref="MasterKeyException">There is none, or it can't be read.</exception>
    public MasterKey Load(bool mayCreate)
    {
        if (!string.IsNullOrEmpty(Value))
        {
            return Parse(Value, "CLAVIGER_MASTER_KEY");
        }

        if (!string.IsNullOrEmpty(File))
        {
            return Parse(Read(File), File);
        }

        return string.IsNullOrEmpty(Command) ? FromFolder(mayCreate) : Parse(Run(Command), "The master key command");
    }

    private static MasterKey Parse(string text, string source)
    {
        try
        {
            return new MasterKey(Convert.FromBase64String(text.Trim()));
        }
        catch (FormatException e)
        {
            throw new MasterKeyException($"{source} holds no base64.", e);
        }
    }

    private static string Read(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The master key file {path} can't be read.", e);
        }
    }

    private static string Run(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })
            ?? throw new MasterKeyException("The master key command can't be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(CommandTimeout))
        {
            process.Kill(entireProcessTree: true);
            throw new MasterKeyException("The master key command did not end in time.");
        }

        return process.ExitCode == 0
            ? output.GetAwaiter().GetResult()
            : throw new MasterKeyException($"The master key command ended with {process.ExitCode}.");
    }

    private MasterKey FromFolder(bool mayCreate)
    {
        var path = Path.Combine(DataFolder, FileName);
        if (System.IO.File.Exists(path))
        {
            RequirePrivate(path);
            return Parse(Read(path), path);
        }

        if (!mayCreate)
        {
            throw new MasterKeyException($"The master key is missing: this deployment's keys are wrapped under one, and {path} is gone.");
        }

        Create(path);
        return Parse(Read(path), path);
    }

    private void Create(string path)
    {
        Directory.CreateDirectory(DataFolder);

        // Written aside and moved, so that a crash leaves no half of a key; the move does not replace one that another process made meanwhile.
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length)) + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            System.IO.File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            System.IO.File.Delete(draft);
        }
    }

    private static void RequirePrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new MasterKeyException($"The master key file {path} must be readable by its owner alone (chmod 600).");
        }
    }
}
