using System.CommandLine;
using Claviger.Ec2;

namespace Claviger.Server;

/// <summary><c>claviger image</c>: the images that instances are launched from. They are added at the host alone, never through the API.</summary>
internal static class ImageCommand
{
    private static readonly Setting[] Settings = [KnownSettings.File, KnownSettings.Data, KnownSettings.Images];

    public static Command Create() => new("image", "Makes, imports and lists the images that instances are launched from.")
    {
        Build(),
        Import(),
        List(),
    };

    private static ExplainedCommand Build()
    {
        var kernel = new Option<bool>("--kernel") { Description = "Makes another one, with a kernel, which virtual machines boot from; it needs mke2fs too." };
        var command = new ExplainedCommand("build", "Makes an image from Debian's packages.", """
            A small Debian 12 with the AWS CLI and boto3, which takes a minute or two, once. It needs mmdebstrap, and Debian's archive within reach. The
            server need not run; one that does offers the image at once.
            """) { kernel };
        SettingFlags.Add(command, Settings);
        command.SetAction(parsed => Guarded(() =>
        {
            var image = DebianImage.Make(
                Folder(parsed), static line => System.Console.Error.WriteLine($"  {line}"), TimeProvider.System.GetUtcNow(), parsed.GetValue(kernel));
            System.Console.Out.WriteLine($"{image.ImageId}  {image.Name}");
        }));
        return command;
    }

    private static ExplainedCommand Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "A tar archive of a system's root, as docker export writes it." };
        var name = new Option<string>("--name") { Description = "The image's name; its id is made of it.", HelpName = "NAME", Required = true };
        var description = new Option<string>("--description") { Description = "For people.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var command = new ExplainedCommand("import", "Registers an image from a tar archive.", """
            The archive must hold /bin/sh and /bin/sleep. One that holds devices, files that run as their owner, or links that lead out of it is refused.
            """) { file, name, description };
        SettingFlags.Add(command, Settings);
        command.SetAction(parsed => Guarded(() =>
        {
            using var archive = parsed.GetRequiredValue(file).OpenRead();
            var image = Folder(parsed).Add(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(description), archive, ArchiveRule.Refuse, TimeProvider.System.GetUtcNow());
            System.Console.Out.WriteLine($"{image.ImageId}  {image.Name}");
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the images of this host.");
        SettingFlags.Add(command, Settings);
        command.SetAction(parsed => Guarded(() =>
        {
            foreach (var image in Folder(parsed).Images)
            {
                System.Console.Out.WriteLine($"{image.ImageId}  {image.Name}  {image.Description}");
            }
        }));
        return command;
    }

    private static ImageFolder Folder(ParseResult parsed) => new(ServerSettings.Read(parsed).ImageFolder);

    private static void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is ImageException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(error.Message, error);
        }
    }
}
