namespace Claviger.Console;

/// <summary>A page about the resources of one region.</summary>
public abstract class Ec2Page : ConsolePage
{
    /// <summary>Where the pages of EC2 begin.</summary>
    protected static IReadOnlyList<(string Name, string Path)> Crumbs { get; } = [("EC2", "/ec2")];

    /// <summary>The region.</summary>
    protected string Region => ConsoleRegion.Of(Http);

    /// <summary>The address of a page of the same region.</summary>
    protected string To(string path, string? key = null, string? value = null) => Ec2Links.To(Region, path, key, value);

    /// <summary>A command of <c>aws ec2</c> in this region.</summary>
    protected string Command(string operation, params ReadOnlySpan<string?> words) => Ec2Links.Command(Region, operation, words);
}
