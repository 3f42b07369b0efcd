using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Claviger.Ec2;

/// <summary>The images of a host: a folder each, with the image's root and what is known of it. Only programs at the host add to it.</summary>
public sealed class ImageFolder
{
    private const string Facts = "image.json";
    // An image holds no secret, and other users' servers may share the folder.
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _path;

    /// <summary>The images in a folder, which is made when the first is added.</summary>
    public ImageFolder(string path) => _path = path;

    /// <summary>The architecture of this host, as images name it.</summary>
    public static string Architecture => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";

    /// <summary>All images, by name.</summary>
    public IReadOnlyList<InstanceImage> Images => !Directory.Exists(_path)
        ? []
        :
        [
            .. Directory.EnumerateDirectories(_path, "ami-*").Select(Read).OfType<InstanceImage>().OrderBy(static image => image.Name, StringComparer.Ordinal),
        ];

    /// <summary>The id that an image of this name has, on every host.</summary>
    // A name belongs to one image only, so that its id is known before it is made: in examples, and in templates that move between hosts.
    public static string IdOf(string name) => $"ami-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..17]}";

    /// <summary>The image of that id; null where there is none.</summary>
    public InstanceImage? Find(string imageId) => Read(Path.Combine(_path, imageId));

    /// <summary>Registers the image that an archive holds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">For people.</param>
    /// <param name="archive">A tar archive of its root.</param>
    /// <param name="rule">What becomes of entries that images have no use for.</param>
    /// <param name="time">When it was made.</param>
    /// <param name="isBootable">Whether it gets what virtual machines boot from; the archive must hold a kernel then.</param>
    /// <exception cref="ImageException">The archive can't be an image, or the name is taken.</exception>
    public InstanceImage Add(string name, string description, Stream archive, ArchiveRule rule, DateTimeOffset time, bool isBootable = false)
    {
        var id = IdOf(name);
        var folder = Path.Combine(_path, id);
        if (Directory.Exists(folder))
        {
            throw new ImageException($"There is an image {name} already ({id}).");
        }

        Directory.CreateDirectory(_path);
        using var draft = new DraftFolder(_path, $".{id}-");
        // The image's user unpacks it there.
        File.SetUnixFileMode(draft.Path, Readable);
        var made = Folder(Path.Combine(draft.Path, "image"));
        var root = Folder(Path.Combine(made, "root"));
        InstanceUser.Own(root);
        var size = ImageArchive.Extract(archive, root, rule);
        var image = new InstanceImage
        {
            ImageId = id, Name = name, Description = description, Architecture = Architecture, Created = time,
            SizeGiB = (int)(size / (1024 * 1024 * 1024)) + 1,
        };
        if (isBootable)
        {
            MachineImage.Make(made, image.SizeGiB);
        }

        File.WriteAllText(Path.Combine(made, Facts), JsonSerializer.Serialize(image, ImageJson.Default.InstanceImage));
        Directory.Move(made, folder);
        return image;
    }

    /// <summary>The root of an image.</summary>
    /// <exception cref="InstanceStartException">There is no such image on this host.</exception>
    internal string RootOf(string imageId) => Find(imageId) is null
        ? throw new InstanceStartException($"The image {imageId} is not on this host: make or import it with claviger image.")
        : Path.Combine(_path, imageId, "root");

    /// <summary>The folder of what virtual machines of an image boot from.</summary>
    /// <exception cref="InstanceStartException">There is no such image on this host, or it has no kernel.</exception>
    internal string MachineOf(string imageId) => Path.Combine(Path.GetDirectoryName(RootOf(imageId))!, MachinePaths.Folder) is var folder && Directory.Exists(folder)
        ? folder
        : throw new InstanceStartException($"The image {imageId} has no kernel for a virtual machine to boot: make one that has with claviger image build --kernel.");

    private static string Folder(string path)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, Readable);
        return path;
    }

    private static InstanceImage? Read(string folder)
    {
        var file = Path.Combine(folder, Facts);
        return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), ImageJson.Default.InstanceImage) : null;
    }
}
