namespace Claviger.Console;

/// <summary>Something that a search has found.</summary>
internal sealed record SearchHit(string Kind, string Name, string Address, string? Says = null, bool IsExact = false);
