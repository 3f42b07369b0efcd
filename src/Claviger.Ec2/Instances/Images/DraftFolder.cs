namespace Claviger.Ec2;

/// <summary>A folder for what an image is made of, removed when it is disposed; what a process that was killed has left of its own, the next one removes.</summary>
internal sealed class DraftFolder : IDisposable
{
    private const string Lock = "lock";
    private readonly FileStream _lock;

    /// <summary>Makes one.</summary>
    /// <param name="parent">The folder to make it in.</param>
    /// <param name="prefix">What the names of such folders begin with.</param>
    public DraftFolder(string parent, string prefix)
    {
        foreach (var left in Directory.EnumerateDirectories(parent, prefix + "*"))
        {
            RemoveUnlessInUse(left);
        }

        Path = System.IO.Path.Combine(parent, prefix + System.IO.Path.GetRandomFileName());
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _lock = new FileStream(System.IO.Path.Combine(Path, Lock), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    // The lock goes with the process that holds it, however that ends.
    private static void RemoveUnlessInUse(string folder)
    {
        try
        {
            using var held = new FileStream(System.IO.Path.Combine(folder, Lock), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process is at it, or another user's has been.
        }
    }
}
