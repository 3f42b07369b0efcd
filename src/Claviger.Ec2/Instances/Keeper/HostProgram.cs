using Microsoft.Win32.SafeHandles;

namespace Claviger.Ec2;

/// <summary>A program of the host's that the keeper runs for itself, to its end.</summary>
/// <remarks>Not <c>System.Diagnostics.Process</c>: how those end, the keeper would collect before they do.</remarks>
internal static class HostProgram
{
    /// <summary>Runs a program.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code, and all that it wrote.</returns>
    public static (int ExitCode, string Output) Run(string path, params IReadOnlyList<string> arguments)
    {
        var (read, write) = Libc.Pipe();
        ChildProcess process;
        try
        {
            process = ChildProcess.Start(path, arguments, ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"], [(write, 1), (write, 2)]);
        }
        finally
        {
            Libc.Close(write);
        }

        using var reader = new StreamReader(new FileStream(new SafeFileHandle(read, ownsHandle: true), FileAccess.Read, bufferSize: 0));
        var output = reader.ReadToEnd();
        return (process.Wait(), output);
    }
}
