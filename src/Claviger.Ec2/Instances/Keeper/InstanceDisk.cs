namespace Claviger.Ec2;

/// <summary>An instance's disk: the image with the instance's own changes over it.</summary>
internal static class InstanceDisk
{
    private const string Changes = KeeperPaths.Instance + "/changes";
    private const string Work = KeeperPaths.Instance + "/work";
    private const string Copied = KeeperPaths.Instance + "/copied";

    private const nuint NoSetUser = 0x2;
    private const nuint NoDevices = 0x4;

    /// <summary>The root of the instance, as its programs see it.</summary>
    public const string Root = KeeperPaths.Instance + "/root";

    /// <summary>The folder that holds what the instance has written.</summary>
    public static string Written => Directory.Exists(Copied) ? Copied : Changes;

    // INVARIANT: bubblewrap mounts on these within the instance's root. They are real folders at every boot, and mount points for as long as
    // the instance runs, which nothing in it can move or replace: no link of its making leads a mount out of the root.
    private static readonly string[] MountPoints = ["proc", "dev"];

    /// <summary>Puts the disk together. What the instance wrote before is on it.</summary>
    /// <exception cref="IOException">Neither an overlay nor a copy can be made.</exception>
    public static void Assemble()
    {
        var options = $"userxattr,lowerdir={KeeperPaths.Image},upperdir={Changes},workdir={Work}";
        if (Directory.Exists(Copied) || Libc.Mount("overlay", Root, "overlay", NoSetUser | NoDevices, options) < 0)
        {
            Copy();
            Libc.Demand(Libc.Mount(Copied, Root, "", 0x1000, null), "The disk can't be mounted");
        }

        foreach (var name in MountPoints)
        {
            var path = Path.Combine(Root, name);
            if (new DirectoryInfo(path) is not { Exists: true, LinkTarget: null })
            {
                throw new IOException($"The image has no folder /{name}.");
            }
        }
    }

    // Where the kernel makes no overlay for an ordinary user (before 5.11), each instance has a copy of the image.
    private static void Copy()
    {
        const string draft = Copied + ".new";
        if (Directory.Exists(Copied))
        {
            return;
        }

        Run("rm", "-rf", draft);
        Run("cp", "-a", "--reflink=auto", KeeperPaths.Image, draft);
        Run("cp", "-a", "--remove-destination", $"{Changes}/.", draft);
        Directory.Move(draft, Copied);
    }

    private static void Run(string program, params string[] arguments)
    {
        if (HostProgram.Run($"/usr/bin/{program}", arguments) is (not 0, var errors))
        {
            throw new IOException($"The image can't be copied: {errors.Trim()}");
        }
    }
}
