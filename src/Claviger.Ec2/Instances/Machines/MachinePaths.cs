namespace Claviger.Ec2;

/// <summary>The files of virtual machines: of an image, of an instance, and as a keeper sees them.</summary>
internal static class MachinePaths
{
    /// <summary>The folder of an image that holds what a machine boots from, and of an instance that holds what it boots to.</summary>
    public const string Folder = "machine";

    /// <summary>The kernel, in an image's folder.</summary>
    public const string Kernel = "vmlinuz";

    /// <summary>What the kernel begins with, in an image's folder.</summary>
    public const string InitialDisk = "initial.cpio";

    /// <summary>The disk: the image's, raw; the instance's, its changes over that.</summary>
    public const string Disk = "disk";

    /// <summary>What a machine unpacks at its first boot, in an instance's folder.</summary>
    public const string FirstBoot = "first-boot.tar";

    /// <summary>The key that the keeper opens shells with, beside the instance's folder of the machine.</summary>
    public const string ShellKey = "shell-key";

    /// <summary>The users that a program of the host sees which opens a shell.</summary>
    public const string Users = "users";

    /// <summary>The folder where a keeper and its machine meet.</summary>
    public const string Control = "/tmp/machine";
}
