namespace Claviger.Console;

/// <summary>A link of a service's menu.</summary>
internal sealed record ServiceLink(string Name, string Path)
{
    /// <summary>Further pages for which the link is the current one.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];
}
