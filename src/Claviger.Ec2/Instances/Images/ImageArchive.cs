using System.Diagnostics;
using System.Formats.Tar;

namespace Claviger.Ec2;

/// <summary>A tar archive of an image's root: checked entry for entry while tar extracts what has passed.</summary>
internal static class ImageArchive
{
    private const UnixFileMode AsOwner = UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit;

    /// <summary>Extracts an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="root">An empty folder of the instances' user.</param>
    /// <param name="rule">What becomes of devices and of files that would run as their owner.</param>
    /// <returns>The length of all files, in bytes.</returns>
    /// <exception cref="ImageException">It holds what no image may, or can't be read.</exception>
    public static long Extract(Stream archive, string root, ArchiveRule rule)
    {
        // As root: tar runs as the instances' user, in a folder that only its place in the process leads to.
        var user = InstanceUser.Apart.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string[] tar = ["tar", "--extract", "--no-same-owner", "--preserve-permissions", "--file", "-"];
        string[] command = InstanceUser.IsApart ? ["setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--", .. tar] : tar;
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = root, RedirectStandardInput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            var length = Pass(archive, process.StandardInput.BaseStream, rule);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0 ? length : throw new ImageException($"The archive can't be extracted: {errors.Result.Trim()}");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ImageException($"The archive can't be read: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new ImageException($"The archive can't be extracted: {errors.Result.Trim()}", error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static long Pass(Stream archive, Stream tar, ArchiveRule rule)
    {
        using var reader = new TarReader(archive);
        using var writer = new TarWriter(tar, leaveOpen: true);
        var links = new HashSet<string>(StringComparer.Ordinal);
        var hasShell = false;
        long length = 0;
        while (reader.GetNextEntry() is { } entry)
        {
            var path = Demand(entry.Name, links);
            switch (entry.EntryType)
            {
                case TarEntryType.GlobalExtendedAttributes:
                case TarEntryType.BlockDevice or TarEntryType.CharacterDevice or TarEntryType.Fifo when rule == ArchiveRule.Clean:
                    continue;
                case TarEntryType.Directory or TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                    break;
                case TarEntryType.SymbolicLink:
                    DemandWithin(path, entry.LinkName);
                    links.Add(path);
                    break;
                case TarEntryType.HardLink:
                    Demand(entry.LinkName, links);
                    break;
                default:
                    throw new ImageException($"The archive holds {entry.Name}, which is no file, folder or link ({entry.EntryType}).");
            }

            if ((entry.Mode & AsOwner) != 0 && entry.EntryType != TarEntryType.Directory)
            {
                if (rule == ArchiveRule.Refuse)
                {
                    throw new ImageException($"The archive holds {entry.Name}, which runs as its owner (mode {Convert.ToString((int)entry.Mode, 8)}).");
                }

                entry.Mode &= ~AsOwner;
            }

            // The instance's root owns all, and must be able to replace it; a folder that it can't enter would also stay behind at its end.
            entry.Mode |= entry.EntryType == TarEntryType.Directory ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute : UnixFileMode.UserRead;
            hasShell |= path is "bin/sh" or "usr/bin/sh";
            length += entry.Length;
            writer.WriteEntry(entry);
        }

        return hasShell ? length : throw new ImageException("The archive holds no /bin/sh: it is not the root of a system.");
    }

    // The path within the root, if it is one.
    private static string Demand(string name, HashSet<string> links)
    {
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part != ".").ToList();
        if (parts.Contains("..") || parts.Any(static part => part.Contains('\0', StringComparison.Ordinal)))
        {
            throw new ImageException($"The archive holds {name}, which lies outside of it.");
        }

        for (var i = 1; i < parts.Count; i++)
        {
            if (links.Contains(string.Join('/', parts.Take(i))))
            {
                throw new ImageException($"The archive holds {name}, which lies behind a link of its own.");
            }
        }

        return string.Join('/', parts);
    }

    // An absolute link counts from the image's root, which is all that an instance has; a relative one must not climb above it.
    private static void DemandWithin(string path, string target)
    {
        var depth = target.StartsWith('/') ? 0 : path.Count(static letter => letter == '/');
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            depth += part switch { "." => 0, ".." => -1, _ => 1 };
            if (depth < 0)
            {
                throw new ImageException($"The archive holds {path}, a link to {target}, which lies outside of it.");
            }
        }
    }
}
