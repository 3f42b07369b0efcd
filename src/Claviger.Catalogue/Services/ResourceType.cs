using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Claviger.Catalogue;

/// <summary>A kind of resource that a service defines.</summary>
/// <param name="Name">The name in the service reference, such as <c>role</c>.</param>
/// <param name="ArnPattern">The form of its ARNs, as <c>arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}</c>.</param>
/// <param name="ConditionKeys">The keys that any action on it has in its context.</param>
public sealed partial record ResourceType(string Name, string ArnPattern, ImmutableArray<string> ConditionKeys)
{
    /// <summary>The form as patterns, a part each: a placeholder stands for one character or more.</summary>
    internal ArnSegments Form { get; } = ArnSegments.Parse(PlaceholderRegex().Replace(ArnPattern, "?*"))
        ?? throw new InvalidDataException($"{ArnPattern} is not the form of an ARN.");

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex PlaceholderRegex();
}
