using System.Diagnostics;

namespace Claviger.Ec2;

/// <summary>What a host must have for instances to be made of its namespaces.</summary>
internal static class HostRequirements
{
    public const string Bubblewrap = "/usr/bin/bwrap";
    private static readonly string[] Tools = ["nsenter", "setpriv", "taskset", "prlimit", "choom"];

    /// <summary>Finds what is missing.</summary>
    /// <returns>One sentence with the remedy; null where nothing is.</returns>
    public static string? Obstacle()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Instances are made of Linux's namespaces: run the server on Linux, or in a virtual machine that runs it.";
        }

        if (!File.Exists(Bubblewrap))
        {
            return "bubblewrap is missing: install it (on Debian: apt-get install bubblewrap) and start the server again.";
        }

        if (Tools.FirstOrDefault(static tool => !File.Exists($"/usr/bin/{tool}")) is { } tool)
        {
            return $"{tool} is missing: install it (on Debian: apt-get install util-linux) and start the server again.";
        }

        var user = InstanceUser.Apart.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] before = InstanceUser.IsApart ? ["/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--"] : [];
        string[] trial =
        [
            .. before, Bubblewrap, "--unshare-user", "--uid", "0", "--gid", "0", "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/", "--proc", "/proc", "--", "/bin/true",
        ];
        using var process = Process.Start(new ProcessStartInfo(trial[0], trial[1..]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? null
            : $"This host lets ordinary users make no user namespaces ({errors.Split('\n')[^1]}): allow it (sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu, kernel.unprivileged_userns_clone=1 on older Debian, user.max_user_namespaces above 0; in a container, run it with --security-opt seccomp=unconfined --security-opt systempaths=unconfined) and start the server again.";
    }
}
