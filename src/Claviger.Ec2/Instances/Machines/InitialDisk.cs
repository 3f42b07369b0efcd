using System.Globalization;
using System.Text;

namespace Claviger.Ec2;

/// <summary>What a machine's kernel begins with: a small root in memory (a cpio archive of the form <c>newc</c>) that finds the disk.</summary>
internal sealed class InitialDisk : IDisposable
{
    private const int Folder = 0x41ED; // drwxr-xr-x
    private const int Program = 0x81ED; // -rwxr-xr-x
    private const int Link = 0xA1FF; // lrwxrwxrwx

    // Disk, network and power button; the kernel has all else built in.
    private static readonly string[] Modules = ["virtio_pci", "virtio_blk", "virtio_net", "evdev", "button"];
    private static readonly string[] Applets = ["cat", "insmod", "mount", "sh", "sleep", "switch_root"];

    private readonly Stream _archive;
    private int _entries;

    private InitialDisk(Stream archive) => _archive = archive;

    /// <summary>Writes one for the kernel of a root.</summary>
    /// <exception cref="ImageException">The root lacks a part of it.</exception>
    public static void Write(string root, string version, string path)
    {
        using var disk = new InitialDisk(File.Create(path));
        foreach (var folder in new[] { "bin", "dev", "disk", "lib" })
        {
            disk.Add(folder, Folder, []);
        }

        disk.Add("bin/busybox", Program, Read(root, "bin/busybox", "usr/bin/busybox"));
        foreach (var applet in Applets)
        {
            disk.Add($"bin/{applet}", Link, "busybox"u8);
        }

        var modules = InOrder(Path.Combine(root, "usr/lib/modules", version));
        foreach (var module in modules)
        {
            disk.Add($"lib/{Path.GetFileName(module)}", Program, File.ReadAllBytes(module));
        }

        disk.Add("modules", Program, Encoding.ASCII.GetBytes(string.Concat(modules.Select(static module => $"{Path.GetFileName(module)}\n"))));
        disk.Add("init", Program, GuestFiles.Read("initial"));
        disk.Add("TRAILER!!!", 0, []);
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    // Each after those that it needs; one that is built into the kernel is in no file.
    private static List<string> InOrder(string folder)
    {
        var needs = File.ReadLines(Path.Combine(folder, "modules.dep")).Select(static line => line.Split(':')).ToDictionary(
            static parts => parts[0], static parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        var ordered = new List<string>();
        void Add(string module)
        {
            if (!ordered.Contains(module))
            {
                Array.ForEach(needs[module], Add);
                ordered.Add(module);
            }
        }

        foreach (var name in Modules)
        {
            if (needs.Keys.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name) is { } module)
            {
                Add(module);
            }
        }

        return [.. ordered.Select(module => Path.Combine(folder, module))];
    }

    private static byte[] Read(string root, params string[] places) =>
        places.Select(place => new FileInfo(Path.Combine(root, place))).FirstOrDefault(static file => file is { Exists: true, LinkTarget: null }) is { } found
            ? File.ReadAllBytes(found.FullName)
            : throw new ImageException($"The image holds no /{places[0]}.");

    private void Add(string name, int mode, ReadOnlySpan<byte> content)
    {
        var bytes = Encoding.ASCII.GetBytes($"{name}\0");
        int[] fields = [++_entries, mode, 0, 0, 1, 0, content.Length, 0, 0, 0, 0, bytes.Length, 0];
        _archive.Write(Encoding.ASCII.GetBytes($"070701{string.Concat(fields.Select(static field => field.ToString("X8", CultureInfo.InvariantCulture)))}"));
        _archive.Write(bytes);
        Fill();
        _archive.Write(content);
        Fill();
    }

    private void Fill() => _archive.Write(new byte[(4 - (int)(_archive.Position % 4)) % 4]);
}
