namespace Claviger.Store;

/// <summary>One entry of a listing: an item, or the prefix that several keys are rolled up to.</summary>
/// <param name="Item">The item; null for a common prefix.</param>
/// <param name="CommonPrefix">The prefix; null for an item.</param>
public readonly record struct KeyEntry<T>(T? Item, string? CommonPrefix)
    where T : class;
