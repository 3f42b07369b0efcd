using System.Diagnostics;

namespace Claviger.Ec2;

/// <summary>The image that the program makes by itself: a small Debian with AWS's command line and Python's SDK.</summary>
public static class DebianImage
{
    /// <summary>Its name.</summary>
    public const string Name = "claviger-debian-12";

    private const string Suite = "bookworm";
    private const string Packages = "awscli,python3-boto3,python3-certifi,ca-certificates,curl,iproute2,procps,less";

    // Of packages that were made minutes ago, nothing is lost that could not be made again.
    private static readonly string[] Options =
    [
        "--variant=minbase", "--format=tar", $"--include={Packages}", "--dpkgopt=force-unsafe-io",
        "--dpkgopt=path-exclude=/usr/share/doc/*", "--dpkgopt=path-exclude=/usr/share/man/*", "--dpkgopt=path-exclude=/usr/share/locale/*",
        "--aptopt=Apt::Install-Recommends \"false\"",
    ];

    /// <summary>Makes it from Debian's packages, and registers it. Takes a minute or two.</summary>
    /// <param name="images">Where it is registered.</param>
    /// <param name="progress">Told what is being done, a line at a time.</param>
    /// <param name="made">The time.</param>
    /// <exception cref="ImageException">It can't be made here.</exception>
    public static InstanceImage Make(ImageFolder images, Action<string> progress, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(progress);
        if (images.Find(ImageFolder.IdOf(Name)) is { } present)
        {
            return present;
        }

        var folder = Directory.CreateTempSubdirectory("claviger-image-").FullName;
        try
        {
            var archive = Path.Combine(folder, "root.tar");
            Run(archive, progress);
            progress("unpacking");
            using var stream = File.OpenRead(archive);
            return images.Add(Name, "Debian 12 with the AWS CLI and boto3", stream, ArchiveRule.Clean, made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string archive, Action<string> progress)
    {
        var last = "";
        try
        {
            var start = new ProcessStartInfo("mmdebstrap", [.. Options, Suite, archive]) { RedirectStandardError = true };
            // What it runs, once a package, is the system's, and is not to be some other Python of the caller's.
            start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
            using var process = Process.Start(start)!;
            while (process.StandardError.ReadLine() is { } line)
            {
                last = line.StartsWith("E:", StringComparison.Ordinal) || last.Length == 0 ? line : last;
                if (line.StartsWith("I: ", StringComparison.Ordinal))
                {
                    progress(line[3..]);
                }
            }

            process.WaitForExit();
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
