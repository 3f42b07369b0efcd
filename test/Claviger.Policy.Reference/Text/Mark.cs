using System.Text;

namespace Claviger.Policy.Reference;

/// <summary>One character of a pattern: a wildcard, or a character that stands for itself.</summary>
internal readonly record struct Mark(Rune Character, bool IsWildcard);
