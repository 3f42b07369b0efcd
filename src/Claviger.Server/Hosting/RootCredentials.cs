namespace Claviger.Server;

/// <summary>The file that a new root user's credentials are kept in: AWS's credentials.csv, as <c>aws configure import</c> reads it.</summary>
/// <remarks>Readable by its owner alone from its first byte on. A password that its owner chose is not written: who chose it knows it.</remarks>
internal sealed class RootCredentials : IDisposable
{
    /// <summary>The profile that <c>aws configure import</c> makes of the first account's.</summary>
    public const string FirstProfile = "claviger-root";

    /// <summary>The name of the first account's file.</summary>
    public const string FirstFile = "root-credentials.csv";

    private const string Header = "User name,Password,Access key ID,Secret access key,Console login link";

    private readonly string _folder;
    private readonly string _draft;
    private readonly FileStream _file;

    private RootCredentials(string folder, string draft)
    {
        _folder = folder;
        _draft = draft;
        _file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
    }

    public static string PathIn(string folder) => Path.Combine(folder, FirstFile);

    /// <summary>Makes the file, still without a name and empty, so that secrets made later have a place for sure.</summary>
    /// <exception cref="CommandException">The folder can't be written.</exception>
    public static RootCredentials Reserve(string folder)
    {
        try
        {
            return new RootCredentials(folder, Path.Combine(folder, $"credentials-{Path.GetRandomFileName()}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The credentials can't be written to {folder}: {error.Message}", error);
        }
    }

    /// <summary>Writes the credentials to the disk and gives the file its name.</summary>
    /// <returns>The file's path.</returns>
    public string Keep(string name, RootKey key, string password, Uri? consoleLink = null) =>
        Write(name, $"{Header}\r\n{key.Profile},{password},{key.AccessKeyId},{key.SecretAccessKey},{consoleLink}\r\n");

    /// <summary>Adds the link to the first account's file, which was written before the console had a port.</summary>
    public static void AddLink(string folder, Uri consoleLink)
    {
        using var file = Reserve(folder);
        file.Write(FirstFile, $"{File.ReadAllText(PathIn(folder)).TrimEnd()}{consoleLink}\r\n");
    }

    /// <summary>The access key in the first account's file; null where there is no file, or not one of these.</summary>
    public static RootKey? ReadKey(string folder)
    {
        var path = PathIn(folder);
        return File.Exists(path) && File.ReadAllLines(path).ElementAtOrDefault(1)?.Split(',') is [var profile, _, var id, var secret, _]
            ? new RootKey(profile, id, secret)
            : null;
    }

    /// <summary>Takes the file away again where nothing was kept in it.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_draft);
    }

    private string Write(string name, string text)
    {
        using (var writer = new StreamWriter(_file, leaveOpen: true))
        {
            writer.Write(text);
        }

        _file.Flush(flushToDisk: true);
        var path = Path.Combine(_folder, name);
        File.Move(_draft, path, overwrite: true);
        return path;
    }
}
