namespace Claviger.Ec2;

/// <summary>The files of ours that a virtual machine's image holds: how it boots and ends.</summary>
internal static class GuestFiles
{
    private const UnixFileMode Program = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly (string Name, string Place)[] Files =
    [
        ("init", "usr/lib/claviger/init"), ("boot", "usr/lib/claviger/boot"), ("sshd_config", "usr/lib/claviger/sshd_config"),
        ("inittab", "etc/inittab"), ("power-button", "etc/acpi/PWRF/00000080"),
    ];

    /// <summary>One of them.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(GuestFiles).Assembly.GetManifestResourceStream($"Guest.{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>Puts them into an image's root.</summary>
    public static void Place(string root)
    {
        foreach (var (name, place) in Files)
        {
            var path = Path.Combine(root, place);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, Program);
            InstanceUser.Own(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Read(name));
            File.SetUnixFileMode(path, Program);
            InstanceUser.Own(path);
        }
    }
}
