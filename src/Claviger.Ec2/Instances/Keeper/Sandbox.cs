using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Claviger.Ec2;

/// <summary>
/// bubblewrap as the keeper uses it: a program in the instance's root, with no capability and nothing to gain by executing another, behind
/// the filter of system calls.
/// </summary>
internal static class Sandbox
{
    private const string Program = "/usr/bin/bwrap";
    private const int FilterDescriptor = 4;

    // Files there are memory, which no process need hold.
    private const int SharedMemory = 64 << 20;

    /// <summary>Starts a program.</summary>
    /// <param name="plan">How the instance was booted.</param>
    /// <param name="options">bubblewrap's options beside those that hold for everything.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">What its environment holds beside the instance's own.</param>
    /// <param name="files">The open files that it gets.</param>
    /// <param name="terminal">Its controlling terminal.</param>
    /// <param name="before">What bubblewrap is started by.</param>
    public static ChildProcess Start(
        BootPlan plan,
        IReadOnlyList<string> options,
        IReadOnlyList<string> command,
        IReadOnlyCollection<KeyValuePair<string, string>> environment,
        IReadOnlyList<(int Here, int There)> files,
        string? terminal,
        params IReadOnlyList<string> before)
    {
        var (filter, filterEnd) = Libc.Pipe();
        using (var stream = new FileStream(new SafeFileHandle(filterEnd, ownsHandle: true), FileAccess.Write, bufferSize: 0))
        {
            stream.Write(SystemCallFilter.Write());
        }

        try
        {
            List<string> all =
            [
                .. ResourceLimits.ForPrograms(plan), .. before, Program,
                "--bind", InstanceDisk.Root, "/", "--proc", "/proc", "--dev", "/dev",
                "--perms", "1777", "--size", SharedMemory.ToString(CultureInfo.InvariantCulture), "--tmpfs", "/dev/shm", "--remount-ro", "/dev",
                "--cap-drop", "ALL", "--seccomp", FilterDescriptor.ToString(CultureInfo.InvariantCulture), "--clearenv",
                .. InstanceEnvironment.Variables.Concat(environment).SelectMany(static variable => new[] { "--setenv", variable.Key, variable.Value }),
                "--chdir", "/root", .. options, "--", .. command,
            ];
            return ChildProcess.Start(all[0], all[1..], ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"], [.. files, (filter, FilterDescriptor)], terminal);
        }
        finally
        {
            Libc.Close(filter);
        }
    }

    /// <summary>Reads what bubblewrap says of the program that it has started.</summary>
    /// <param name="descriptor">The reading end of <c>--info-fd</c>; closed here.</param>
    /// <returns>The program's process id.</returns>
    /// <exception cref="IOException">bubblewrap could not start it.</exception>
    public static int ReadChild(int descriptor)
    {
        using var stream = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Read, bufferSize: 0);
        var text = new StringBuilder();
        for (var next = stream.ReadByte(); next >= 0 && next != '}'; next = stream.ReadByte())
        {
            text.Append((char)next);
        }

        const string label = "\"child-pid\":";
        var start = text.ToString().IndexOf(label, StringComparison.Ordinal);
        return start >= 0 && int.TryParse(text.ToString()[(start + label.Length)..].Split(',', '\n')[0].Trim(), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new IOException("bubblewrap could not start the instance.");
    }
}
