using System.Globalization;
using System.Runtime.InteropServices;

namespace Claviger.Ec2;

/// <summary>
/// The command that starts a keeper: bubblewrap makes its user, network, process and mount namespaces, and a root that holds the host's
/// programs and libraries, this program, the image and the one instance, and nothing else of the host.
/// </summary>
internal static class KeeperCommand
{
    /// <summary>The descriptor that bubblewrap says the keeper's process id on.</summary>
    public const int InfoDescriptor = 6;

    private const string Taskset = "/usr/bin/taskset";
    private static readonly string[] SystemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/lib32"];

    /// <summary>The program and its arguments for an instance.</summary>
    /// <param name="instance">The instance's folder.</param>
    /// <param name="image">The image's root.</param>
    /// <param name="processors">The host's processors that it runs on, as taskset has them.</param>
    public static (string Path, IReadOnlyList<string> Arguments) For(string instance, string image, string processors)
    {
        string[] keeper = [$"{KeeperPaths.Program}/{Path.GetFileName(Environment.ProcessPath)}", KeeperPaths.Command];
        var info = InfoDescriptor.ToString(CultureInfo.InvariantCulture);
        string[] apart =
        [
            "--unshare-user", "--uid", "0", "--gid", "0", "--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-cgroup-try", "--as-pid-1",
            "--cap-add", "ALL", "--info-fd", info,
        ];
        string[] view = [.. HostPrograms(), "--dev-bind", "/dev", "/dev", .. OwnView(instance, image)];
        const string program = HostRequirements.Bubblewrap;
        string[] bound = ["--cpu-list", processors, program];
        if (!InstanceUser.IsApart)
        {
            return (Taskset, [.. bound, .. apart, .. view, "--proc", "/proc", "--tmpfs", "/tmp", "--", .. keeper]);
        }

        // As root, the view is made first, while folders of root's alone can be reached; then root is given up, and the rest is as rootless.
        var user = InstanceUser.Apart.ToString(CultureInfo.InvariantCulture);
        return (Taskset,
        [
            .. bound, .. view, "--bind", "/proc", "/proc", "--perms", "0755", "--dir", "/tmp", "--",
            "/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--",
            program, .. apart, "--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--", .. keeper,
        ]);
    }

    /// <summary>The environment that the keeper is started in.</summary>
    // A keeper does little: small heaps and one compiler tier keep fifty of them small.
    public static IReadOnlyList<string> Variables { get; } =
    [
        $"DOTNET_ROOT={KeeperPaths.Runtime}", "DOTNET_EnableDiagnostics=0", "DOTNET_TieredPGO=0", "DOTNET_gcConcurrent=0", "DOTNET_gcServer=0",
        "DOTNET_GCHeapHardLimit=0x4000000", "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
    ];

    /// <summary>bubblewrap's options for a view of the host's programs and libraries, and of nothing else.</summary>
    public static IEnumerable<string> HostPrograms() => SystemFolders.Select(static path => new DirectoryInfo(path))
        .Where(static folder => folder.Exists)
        .SelectMany(static folder => folder.LinkTarget is { } target ? new[] { "--symlink", target, folder.FullName } : ["--ro-bind", folder.FullName, folder.FullName])
        .Concat(["--perms", "0755", "--dir", "/etc", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache"]);

    private static IEnumerable<string> OwnView(string instance, string image) =>
    [
        "--perms", "0755", "--dir", KeeperPaths.Root,
        "--ro-bind", AppContext.BaseDirectory, KeeperPaths.Program,
        "--ro-bind", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")), KeeperPaths.Runtime,
        "--ro-bind", image, KeeperPaths.Image,
        "--bind", instance, KeeperPaths.Instance,
    ];
}
