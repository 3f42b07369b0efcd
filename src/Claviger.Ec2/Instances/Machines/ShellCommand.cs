using System.Globalization;

namespace Claviger.Ec2;

/// <summary>The command that runs a program in a virtual machine: the host's ssh, with a key that only the keeper has, in a view of the host that holds nothing else.</summary>
internal static class ShellCommand
{
    private const string Key = "/key";

    /// <summary>The program and its arguments.</summary>
    public static IReadOnlyList<string> For(IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> environment, bool hasTerminal) =>
    [
        HostRequirements.Bubblewrap, .. KeeperCommand.HostPrograms(), "--dev", "/dev", "--tmpfs", "/tmp",
        "--ro-bind", $"{KeeperPaths.Instance}/{MachinePaths.Users}", "/etc/passwd", "--ro-bind", $"{KeeperPaths.Instance}/{MachinePaths.ShellKey}", Key,
        "--cap-drop", "ALL", "--",
        "ssh", "-F", "none", "-q", hasTerminal ? "-tt" : "-T", "-e", "none", "-i", Key, "-p", MachineCommand.ShellPort.ToString(CultureInfo.InvariantCulture),
        // Nothing but the machine is at the other end of this port: there is no one to be mistaken for it.
        "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "IdentitiesOnly=yes",
        "root@127.0.0.1", "--",
        $"exec env {string.Join(' ', environment.Select(static variable => Quote($"{variable.Key}={variable.Value}")).Concat(command.Select(Quote)))}",
    ];

    // As the shell at the other end reads it.
    private static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
