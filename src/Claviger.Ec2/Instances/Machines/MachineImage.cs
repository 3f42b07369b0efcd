using System.Diagnostics;
using System.Globalization;

namespace Claviger.Ec2;

/// <summary>What a virtual machine boots from, made of an image's root: its kernel, what that begins with, and the root as a disk.</summary>
internal static class MachineImage
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes it in an image's folder, beside the root.</summary>
    /// <exception cref="ImageException">It can't be made of this root here.</exception>
    public static void Make(string image, int sizeGiB)
    {
        var root = Path.Combine(image, "root");
        var kernel = Directory.EnumerateFiles(Path.Combine(root, "boot"), "vmlinuz-*").Order(StringComparer.Ordinal).LastOrDefault()
            ?? throw new ImageException("The image holds no kernel.");
        var folder = Path.Combine(image, MachinePaths.Folder);
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        File.Copy(kernel, Path.Combine(folder, MachinePaths.Kernel));
        InitialDisk.Write(root, Path.GetFileName(kernel)["vmlinuz-".Length..], Path.Combine(folder, MachinePaths.InitialDisk));
        GuestFiles.Place(root);
        MakeDisk(image, sizeGiB);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetUnixFileMode(file, Readable);
        }
    }

    // All of the root is one user's of the host, who is root where the disk is made: within a user namespace.
    private static void MakeDisk(string image, int sizeGiB)
    {
        var user = InstanceUser.Apart.ToString(CultureInfo.InvariantCulture);
        var disk = Path.Combine(image, MachinePaths.Folder, MachinePaths.Disk);
        using (File.Create(disk))
        {
            InstanceUser.Own(disk);
        }

        // As root, the folders of this view are root's, and are to be entered by the instances' user all the same.
        string[] folders = ["--perms", "0755", "--dir", "/tmp", "--perms", "0755", "--dir", "/image"];
        string[] view = [.. folders, .. KeeperCommand.HostPrograms(), "--bind", "/proc", "/proc", "--ro-bind", Path.Combine(image, "root"), "/image/root", "--bind", disk, "/image/disk"];
        string[] make = ["mke2fs", "-q", "-F", "-t", "ext4", "-m", "0", "-d", "/image/root", "/image/disk", $"{sizeGiB}G"];
        string[] arguments = InstanceUser.IsApart
            ? [.. view, "--", "setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--", HostRequirements.Bubblewrap, "--unshare-user", "--uid", "0", "--gid", "0", "--bind", "/", "/", "--", .. make]
            : ["--unshare-user", "--uid", "0", "--gid", "0", .. view, "--", .. make];
        var start = new ProcessStartInfo(HostRequirements.Bubblewrap, arguments) { RedirectStandardError = true };
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new ImageException($"The disk can't be made ({errors.Trim()}): it takes mke2fs (on Debian: apt-get install e2fsprogs).");
        }
    }
}
