using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>A kind of resource that a service defines.</summary>
/// <param name="Name">The name in the service reference, such as <c>role</c>.</param>
/// <param name="ArnPattern">The form of its ARNs, as <c>arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}</c>.</param>
/// <param name="ConditionKeys">The keys that any action on it has in its context.</param>
public sealed record ResourceType(string Name, string ArnPattern, ImmutableArray<string> ConditionKeys);
