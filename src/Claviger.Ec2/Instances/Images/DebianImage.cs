using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Claviger.Ec2;

/// <summary>The image that the program makes by itself: a small Debian with AWS's command line and Python's SDK.</summary>
public static class DebianImage
{
    /// <summary>Its name.</summary>
    public const string Name = "claviger-debian-12";

    /// <summary>Its name with a kernel, which virtual machines boot from.</summary>
    public const string NameWithKernel = Name + "-kernel";

    private const string Suite = "bookworm";
    private const string Packages = "awscli,python3-boto3,python3-certifi,ca-certificates,curl,iproute2,procps,less";
    private const string PackagesWithKernel = Packages + ",busybox-static,e2fsprogs,kmod,openssh-server";

    // The kernel's package unpacked, not installed: its tools for an initial disk, a third of a minute of work, have no use here.
    private const string AddKernel =
        """
        --customize-hook=chroot "$1" sh -ec 'cd /tmp; apt-get download $(apt-cache depends linux-image-cloud-$(dpkg --print-architecture) | sed -n "s/.*Depends: \(linux-image-[0-9].*\)/\1/p"); dpkg-deb --extract linux-image-*.deb kernel; mv kernel/boot/vmlinuz-* /boot; mv kernel/lib/modules /usr/lib; rm -r linux-image-*.deb kernel; depmod $(ls /usr/lib/modules)'
        """;

    // Of packages that were made minutes ago, nothing is lost that could not be made again.
    private static readonly string[] Options =
    [
        "--variant=minbase", "--format=tar", "--dpkgopt=force-unsafe-io",
        "--dpkgopt=path-exclude=/usr/share/doc/*", "--dpkgopt=path-exclude=/usr/share/man/*", "--dpkgopt=path-exclude=/usr/share/locale/*",
        "--aptopt=Apt::Install-Recommends \"false\"",
    ];

    /// <summary>Makes it from Debian's packages, and registers it. Takes a minute or two.</summary>
    /// <param name="images">Where it is registered.</param>
    /// <param name="progress">Told what is being done, a line at a time.</param>
    /// <param name="made">The time.</param>
    /// <param name="hasKernel">Whether it gets a kernel, for virtual machines.</param>
    /// <exception cref="ImageException">It can't be made here.</exception>
    public static InstanceImage Make(ImageFolder images, Action<string> progress, DateTimeOffset made, bool hasKernel = false)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(progress);
        var name = hasKernel ? NameWithKernel : Name;
        if (images.Find(ImageFolder.IdOf(name)) is { } present)
        {
            return present;
        }

        using var folder = new DraftFolder(Path.GetTempPath(), "claviger-image-");
        var archive = Path.Combine(folder.Path, "root.tar");
        Run(archive, hasKernel, progress);
        progress("unpacking");
        using var stream = File.OpenRead(archive);
        return images.Add(
            name, $"Debian 12 with the AWS CLI and boto3{(hasKernel ? ", for virtual machines too" : "")}", stream, ArchiveRule.Clean, made, hasKernel);
    }

    private static readonly PosixSignal[] EndSignals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private static void Interrupt(PosixSignalContext context, Process process)
    {
        context.Cancel = true;
        if (!process.HasExited)
        {
            Libc.Signal(process.Id, Libc.Terminate);
        }
    }

    private static void Run(string archive, bool hasKernel, Action<string> progress)
    {
        var last = "";
        try
        {
            string[] content = hasKernel ? [$"--include={PackagesWithKernel}", AddKernel] : [$"--include={Packages}"];
            var start = new ProcessStartInfo("mmdebstrap", [.. Options, .. content, Suite, archive]) { RedirectStandardError = true };
            // What it runs, once a package, is the system's, and is not to be some other Python of the caller's.
            start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
            using var process = Process.Start(start)!;
            // It removes what it has made so far, and so does this process, when either is asked to end.
            var handlers = EndSignals.Select(signal => PosixSignalRegistration.Create(signal, context => Interrupt(context, process))).ToList();
            while (process.StandardError.ReadLine() is { } line)
            {
                last = line.StartsWith("E:", StringComparison.Ordinal) || last.Length == 0 ? line : last;
                if (line.StartsWith("I: ", StringComparison.Ordinal))
                {
                    progress(line[3..]);
                }
            }

            process.WaitForExit();
            handlers.ForEach(static handler => handler.Dispose());
            if (process.ExitCode != 0)
            {
                throw new ImageException(
                    $"mmdebstrap failed ({last}): an ordinary user needs uidmap and a line of their own in /etc/subuid and /etc/subgid, and Debian's archive must be within reach.");
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new ImageException("mmdebstrap is missing: install it (on Debian: apt-get install mmdebstrap).", error);
        }
    }
}
