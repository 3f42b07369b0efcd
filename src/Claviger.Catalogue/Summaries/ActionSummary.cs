using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>An action that a policy names, by itself or by a wildcard.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resources">The resources that it is named for and works on.</param>
public sealed record ActionSummary(ServiceAction Action, ImmutableArray<ResourceSummary> Resources)
{
    /// <summary>Whether no request for the action can match: none of the statement's resources is of a kind that it works on.</summary>
    public bool IsWithoutEffect => Resources.IsEmpty;
}
