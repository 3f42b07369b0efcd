using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Claviger.Ec2;

/// <summary>What is kept of a virtual machine on its host: its disk, what it unpacks at its first boot, and the key by which shells are opened.</summary>
internal static class InstanceMachine
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Readable = OwnersFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const int KeySize = 2048;
    private const string Roots = "etc/ssl/certs/ca-certificates.crt";

    /// <summary>Whether an instance's folder is that of a virtual machine.</summary>
    public static bool IsIn(string folder) => Directory.Exists(Path.Combine(folder, MachinePaths.Folder));

    /// <summary>Makes it all.</summary>
    /// <exception cref="InstanceStartException">The disk can't be made.</exception>
    public static void Make(string folder, InstanceSpec spec, string trustedRoots)
    {
        var own = Path.Combine(folder, MachinePaths.Folder);
        Directory.CreateDirectory(own, OwnersFolder);
        InstanceUser.Own(own);
        MakeDisk(Path.Combine(own, MachinePaths.Disk), spec.Limits.DiskBytes);
        using var key = RSA.Create(KeySize);
        Write(Path.Combine(folder, MachinePaths.ShellKey), Encoding.ASCII.GetBytes($"{key.ExportRSAPrivateKeyPem()}\n"));
        Write(Path.Combine(folder, MachinePaths.Users), "root:x:0:0:root:/tmp:/bin/sh\n"u8.ToArray());
        using var archive = new MemoryStream();
        WriteFirstBoot(archive, spec, trustedRoots, PublicKey.Of(key).Text);
        Write(Path.Combine(own, MachinePaths.FirstBoot), archive.ToArray());
    }

    // What the disk is made over is named as the keeper sees it, and need not be there for who makes it.
    private static void MakeDisk(string path, long length)
    {
        string[] arguments =
        [
            "create", "-q", "-u", "-f", "qcow2", "-F", "raw", "-b", $"{KeeperPaths.Image}/{MachinePaths.Disk}", path, length.ToString(CultureInfo.InvariantCulture),
        ];
        using var process = Process.Start(new ProcessStartInfo("qemu-img", arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InstanceStartException($"The disk can't be made: {errors.Trim()}");
        }

        File.SetUnixFileMode(path, OwnersFile);
        InstanceUser.Own(path);
    }

    private static void WriteFirstBoot(Stream stream, InstanceSpec spec, string trustedRoots, string shellKey)
    {
        using var archive = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true);
        var host = spec.PrivateDnsName.Split('.')[0];
        Add(archive, "etc/hostname", $"{host}\n");
        Add(archive, "etc/hosts", $"127.0.0.1 localhost\n{spec.PrivateAddress} {spec.PrivateDnsName} {host}\n");
        Add(archive, "etc/resolv.conf", $"nameserver {InstanceAddresses.Resolver}\n");
        Add(archive, "etc/environment", string.Concat(InstanceEnvironment.Clients.Select(static variable => $"{variable.Key}={variable.Value}\n")));
        Add(archive, Roots, trustedRoots);
        Add(archive, InstanceEnvironment.TrustedRoots[1..], trustedRoots);
        Add(archive, "etc/claviger/network", $"ADDRESS={spec.PrivateAddress}/{MachineCommand.SubnetOf(spec.PrivateAddress).PrefixLength}\nROUTER={MachineCommand.RouterOf(spec.PrivateAddress)}\n");
        archive.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "root/.ssh/") { Mode = OwnersFolder });
        Add(archive, "root/.ssh/authorized_keys", $"{shellKey}\n");
        if (!spec.UserData.IsEmpty)
        {
            Add(archive, "var/lib/claviger/user-data", spec.UserData, OwnersFolder);
        }
    }

    private static void Add(TarWriter archive, string name, string text) => Add(archive, name, Encoding.UTF8.GetBytes(text), Readable);

    private static void Add(TarWriter archive, string name, ReadOnlyMemory<byte> content, UnixFileMode mode) =>
        archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { Mode = mode, DataStream = new MemoryStream(content.ToArray()) });

    private static void Write(string path, byte[] content)
    {
        using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnersFile }))
        {
            file.Write(content);
        }

        InstanceUser.Own(path);
    }
}
