using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Claviger.Ec2;

/// <summary>What is kept of an instance on its host: its disk, its console output, and the socket of its keeper.</summary>
internal sealed class InstanceFolder(string path)
{
    private const int PathOnly = 0x200000;
    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Readable = OwnersOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const int LongestReason = 4096;

    /// <summary>All that a folder of instances holds.</summary>
    public static IEnumerable<InstanceFolder> AllIn(string folder) => Directory.EnumerateDirectories(folder).Select(static path => new InstanceFolder(path));

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>The instance's id.</summary>
    public string InstanceId => System.IO.Path.GetFileName(path);

    /// <summary>Whether the instance has a disk, that is, was started and not terminated.</summary>
    public bool HasDisk => File.Exists(In("image"));

    /// <summary>The image that the disk was made from.</summary>
    public string ImageId => File.ReadAllText(In("image"));

    /// <summary>The address of its network interface.</summary>
    public IPAddress PrivateAddress => IPAddress.Parse(File.ReadAllText(In("address")));

    /// <summary>Whether it has booted before.</summary>
    public bool HasBooted => File.Exists(In("booted"));

    /// <summary>Whether it is a virtual machine.</summary>
    public bool IsMachine => InstanceMachine.IsIn(path);

    /// <summary>Notes that it has booted.</summary>
    public void MarkBooted() => File.WriteAllText(In("booted"), "");

    /// <summary>Makes the disk of a virtual machine.</summary>
    public void MakeMachine(InstanceSpec spec, string trustedRoots)
    {
        RemoveDisk();
        Folder(path, OwnersOnly);
        InstanceMachine.Make(path, spec, trustedRoots);
        Describe(spec);
    }

    /// <summary>Makes an empty disk over an image, with the files that tell programs where they are.</summary>
    public void MakeDisk(InstanceSpec spec, string trustedRoots)
    {
        RemoveDisk();
        Folder(path, OwnersOnly);
        foreach (var name in new[] { "work", "root", "changes", "changes/etc", "changes/etc/ssl", "changes/etc/ssl/certs" })
        {
            Folder(In(name), Readable);
        }

        // The image may have links at these names; the disk holds files, at the same place whatever a link says.
        var host = spec.PrivateDnsName.Split('.')[0];
        Text("etc/hostname", $"{host}\n");
        Text("etc/hosts", $"127.0.0.1 localhost\n{spec.PrivateAddress} {spec.PrivateDnsName} {host}\n");
        Text("etc/resolv.conf", $"nameserver {InstanceAddresses.Resolver}\n");
        Text("etc/environment", string.Concat(InstanceEnvironment.Clients.Select(static variable => $"{variable.Key}={variable.Value}\n")));
        Text("etc/ssl/certs/ca-certificates.crt", trustedRoots);
        Text(InstanceEnvironment.TrustedRoots[1..], trustedRoots);
        Describe(spec);
    }

    /// <summary>Opens the socket that the keeper takes orders from.</summary>
    public Socket ListenForOrders()
    {
        File.Delete(In("control"));
        return WithSocketPath(address =>
        {
            var socket = DescriptorSocket.Create();
            socket.Bind(address);
            socket.Listen(16);
            return socket;
        });
    }

    /// <summary>Connects to the keeper.</summary>
    /// <returns>The connection; null where there is no keeper.</returns>
    public Socket? Connect()
    {
        if (!File.Exists(In("control")))
        {
            return null;
        }

        return WithSocketPath(address =>
        {
            var socket = DescriptorSocket.Create();
            try
            {
                socket.Connect(address);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
                return null;
            }
        });
    }

    /// <summary>Why its keeper has ended it, the last time that it ended; null where that was asked for.</summary>
    public string? EndReason => new FileInfo(In(KeeperPaths.EndReason)) is { Exists: true, LinkTarget: null, Length: < LongestReason } file ? File.ReadAllText(file.FullName) : null;

    /// <summary>Forgets why it has ended.</summary>
    public void ForgetEndReason() => File.Delete(In(KeeperPaths.EndReason));

    /// <summary>The end of the console output, and when it was written; null where there is none.</summary>
    public InstanceConsole? ReadConsole()
    {
        var file = new FileInfo(In("console.log"));
        if (file is not { Exists: true, LinkTarget: null })
        {
            return null;
        }

        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(-Math.Min(stream.Length, ConsoleLog.Shown), SeekOrigin.End);
        using var output = new MemoryStream();
        stream.CopyTo(output);
        return new InstanceConsole(output.ToArray(), file.LastWriteTimeUtc);
    }

    /// <summary>Removes all but the console output.</summary>
    public void RemoveDisk() => Remove(
        "image", "address", "booted", "control", KeeperPaths.EndReason, "changes", "work", "root", "copied", "copied.new", MachinePaths.Folder, MachinePaths.ShellKey, MachinePaths.Users);

    /// <summary>Removes all of it.</summary>
    public void RemoveAll() => RemoveTree(path);

    // INVARIANT: the image's id is written last; a folder without it has no disk, whatever a server that was killed has left in it.
    private void Describe(InstanceSpec spec)
    {
        File.WriteAllText(In("console.log"), "");
        InstanceUser.Own(In("console.log"));
        File.WriteAllText(In("address"), spec.PrivateAddress.ToString());
        File.WriteAllText(In("image"), spec.ImageId);
    }

    private string In(string name) => System.IO.Path.Combine(path, name);

    private void Text(string name, string text)
    {
        var file = In($"changes/{name}");
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        InstanceUser.Own(file);
    }

    private static void Folder(string folder, UnixFileMode mode)
    {
        Directory.CreateDirectory(folder, mode);
        File.SetUnixFileMode(folder, mode);
        InstanceUser.Own(folder);
    }

    // A socket's address holds 107 bytes, fewer than a data folder's path may have.
    private T WithSocketPath<T>(Func<UnixDomainSocketEndPoint, T> use)
    {
        var folder = Libc.Demand(Libc.Open(path, PathOnly | Libc.CloseOnExec), path);
        try
        {
            return use(new UnixDomainSocketEndPoint($"/proc/self/fd/{folder}/control"));
        }
        finally
        {
            Libc.Close(folder);
        }
    }

    private void Remove(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            RemoveTree(In(name));
        }
    }

    // An instance may give its files names that are no text, and close its folders: rm and chmod cope, and follow no link.
    private static void RemoveTree(string tree)
    {
        if (!Directory.Exists(tree) && !File.Exists(tree))
        {
            return;
        }

        if (Run("rm", "-rf", "--one-file-system", tree) != 0)
        {
            Run("chmod", "-R", "u+rwx", tree);
            Run("rm", "-rf", "--one-file-system", tree);
        }
    }

    private static int Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
