namespace Claviger.Policy.Reference;

/// <summary>An element that may be written with Not in front.</summary>
internal sealed record Element<T>(bool Not, IReadOnlyList<T> Entries);
