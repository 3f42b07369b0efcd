namespace Claviger.Console;

/// <summary>A service in the console.</summary>
/// <param name="Name">As people type it.</param>
/// <param name="Title">Above its menu.</param>
/// <param name="Path">Its first page.</param>
/// <param name="Says">What it is for.</param>
internal sealed record ServicePart(string Name, string Title, string Path, string Says)
{
    /// <summary>Whether what it shows is of one region.</summary>
    public bool IsRegional { get; init; }

    public IReadOnlyList<ServiceLinks> Groups { get; init; } = [];
}
