using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Claviger.S3;

/// <summary>Has the disk keep what a folder lists: without it a file that was renamed into the folder may be gone after a loss of power.</summary>
internal static partial class FolderSync
{
    private const int ReadOnlyDirectory = 0x10000;

    /// <exception cref="IOException">The folder can't be synced.</exception>
    public static void Flush(string path)
    {
        // The framework opens no folders. Windows has no such call, and keeps its folders by a journal.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Open(path, OperatingSystem.IsLinux() ? ReadOnlyDirectory : 0);
        if (folder < 0)
        {
            throw Failure(path);
        }

        try
        {
            if (Sync(folder) != 0)
            {
                throw Failure(path);
            }
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Failure(string path) =>
        new($"The folder {path} can't be synced.", new Win32Exception(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);
}
