namespace Claviger.Server;

/// <summary>The data folder, held by one server at a time and closed to the machine's other users.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly FileStream _lock;

    private StateFolder(FileStream @lock) => _lock = @lock;

    /// <summary>Makes the folder where it is not there, and takes it.</summary>
    /// <exception cref="CommandException">Another server has it, or it can't be written.</exception>
    public static StateFolder Take(string path)
    {
        try
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new StateFolder(new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (File.Exists(Path.Combine(path, "lock")))
        {
            throw new CommandException($"The data folder {path} is in use by another server.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The data folder {path} can't be used: {error.Message}", error);
        }
    }

    public void Dispose() => _lock.Dispose();
}
