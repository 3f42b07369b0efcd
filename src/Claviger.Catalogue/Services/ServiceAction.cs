using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>An action that a service defines for policies.</summary>
/// <param name="Name">The name without the service's prefix, as AWS spells it: <c>CreateUser</c>.</param>
/// <param name="AccessLevel">What it does.</param>
/// <param name="ResourceTypes">The kinds of resource that it works on; none means that only <c>*</c> fits as its resource.</param>
/// <param name="ConditionKeys">The service's keys that it has in its context, whatever the resource; global keys are not listed.</param>
public sealed record ServiceAction(
    string Name,
    AccessLevel AccessLevel,
    ImmutableArray<ActionResourceType> ResourceTypes,
    ImmutableArray<string> ConditionKeys);
