using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>An entry of Action with the actions that it matches.</summary>
/// <param name="Value">The entry.</param>
/// <param name="Service">The service that its prefix names.</param>
/// <param name="Actions">The actions, at least one.</param>
internal sealed record KnownActions(JsonSyntax Value, Service Service, ImmutableArray<ServiceAction> Actions)
{
    /// <summary>The actions of each entry.</summary>
    /// <returns>Null if an entry is not a pattern of known actions of one service, so that nothing can be said of the whole.</returns>
    public static List<KnownActions>? Resolve(ElementSyntax element)
    {
        var resolved = new List<KnownActions>();
        foreach (var value in element.Values.DistinctBy(v => v.Text, StringComparer.OrdinalIgnoreCase))
        {
            if (ActionPattern.Parse(value.Text) is not { } pattern
                || pattern.FindService() is not { } service
                || pattern.FindActions(service) is not { IsEmpty: false } actions)
            {
                return null;
            }

            resolved.Add(new KnownActions(value, service, actions));
        }

        return resolved;
    }

    /// <summary>Whether the action has a key in its context: its own, or that of a kind of resource that it works on.</summary>
    public static bool HasKey(ServiceAction action, ConditionKey key) =>
        action.ConditionKeys.Contains(key.Name, StringComparer.OrdinalIgnoreCase)
        || action.ResourceTypes.Any(t => t.ConditionKeys.Contains(key.Name, StringComparer.OrdinalIgnoreCase)
            || t.ResourceType.ConditionKeys.Contains(key.Name, StringComparer.OrdinalIgnoreCase));
}
