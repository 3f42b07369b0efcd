using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>A kind of resource that an action works on.</summary>
/// <param name="ResourceType">The kind.</param>
/// <param name="IsRequired">Whether every call of the action names one.</param>
/// <param name="ConditionKeys">The keys that the action has in its context for this kind, beyond its own.</param>
public sealed record ActionResourceType(ResourceType ResourceType, bool IsRequired, ImmutableArray<string> ConditionKeys);
