namespace Claviger.Store;

/// <summary>One tag of an entity, as it was given.</summary>
/// <param name="Key">Unique within its entity without regard to case.</param>
/// <param name="Value">May be empty.</param>
public readonly record struct Tag(string Key, string Value);
