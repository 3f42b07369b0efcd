namespace Claviger.Console;

/// <summary>Links of a service's menu that stand together.</summary>
internal sealed record ServiceLinks(string? Name, IReadOnlyList<ServiceLink> Links);
