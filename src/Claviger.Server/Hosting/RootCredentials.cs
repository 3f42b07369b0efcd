namespace Claviger.Server;

/// <summary>The root user's credentials in the file that the first start writes: AWS's credentials.csv, as <c>aws configure import</c> reads it.</summary>
internal static class RootCredentials
{
    /// <summary>The profile that <c>aws configure import</c> makes of the file.</summary>
    public const string Profile = "claviger-root";

    private const string Header = "User name,Password,Access key ID,Secret access key,Console login link";

    public static string PathIn(string folder) => Path.Combine(folder, "root-credentials.csv");

    /// <summary>Writes the file, readable by its owner alone.</summary>
    public static void Write(string folder, string password, string accessKeyId, string secretAccessKey, Uri consoleLink)
    {
        var path = PathIn(folder);
        // A file is never made readable first and narrowed later; one that stands there is replaced.
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new StreamWriter(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write($"{Header}\r\n{Profile},{password},{accessKeyId},{secretAccessKey},{consoleLink}\r\n");
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The access key in the file; null where there is no file, or not one of these.</summary>
    public static (string AccessKeyId, string SecretAccessKey)? ReadKey(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        var row = File.ReadAllLines(path).ElementAtOrDefault(1)?.Split(',');
        // The password stands before them and may be one that somebody chose, commas included: count from the end.
        return row is { Length: >= 5 } ? (row[^3], row[^2]) : null;
    }
}
