namespace Claviger.Ec2;

/// <summary>What a keeper sees of its host: these, and the host's programs and libraries, read-only.</summary>
internal static class KeeperPaths
{
    /// <summary>The word on the command line that makes this program a keeper.</summary>
    public const string Command = "instance-init";

    /// <summary>The folder that all of the others are in.</summary>
    public const string Root = "/claviger";

    /// <summary>This program.</summary>
    public const string Program = Root + "/program";

    /// <summary>The .NET that runs it.</summary>
    public const string Runtime = Root + "/runtime";

    /// <summary>The image's root.</summary>
    public const string Image = Root + "/image";

    /// <summary>The instance's own folder.</summary>
    public const string Instance = Root + "/instance";

    /// <summary>The name of the file in it that says why the keeper has ended the instance.</summary>
    public const string EndReason = "ended";

    /// <summary>Where the socket listens that orders come in by; an open file from the start.</summary>
    public const int ControlDescriptor = 3;

    /// <summary>No file that a keeper was started with has this number or a higher one.</summary>
    public const int MostInherited = 64;
}
