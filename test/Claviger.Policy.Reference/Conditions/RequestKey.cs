namespace Claviger.Policy.Reference;

/// <summary>A context key's value: one string, or a list, which is another type of key and not another number of values (5.8).</summary>
internal sealed record RequestKey(bool IsList, IReadOnlyList<string> Values);
