using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>What a policy's text allows and denies, as three tables: services, the actions of a service, the resources of an action.</summary>
/// <remarks>It tells what is written, against AWS's published actions; it decides nothing.</remarks>
public sealed class PolicySummary
{
    private PolicySummary(IReadOnlyList<StatementSyntax> statements)
    {
        var unrecognized = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        Denied = Services(statements.Where(static s => s.IsDeny), unrecognized);
        Allowed = Services(statements.Where(static s => s.IsAllow), unrecognized);
        Unrecognized = [.. unrecognized];
    }

    /// <summary>The services of which something is denied, by prefix.</summary>
    public ImmutableArray<ServiceSummary> Denied { get; }

    /// <summary>The services of which something is allowed, by prefix.</summary>
    public ImmutableArray<ServiceSummary> Allowed { get; }

    /// <summary>The entries of Action that no known action is matched by.</summary>
    public ImmutableArray<string> Unrecognized { get; }

    /// <summary>The summary of a policy. Never throws for content.</summary>
    /// <param name="json">The policy's text.</param>
    /// <param name="kind">What it is used as.</param>
    /// <returns>Null if the text is not a JSON object.</returns>
    public static PolicySummary? Of(string json, PolicyKind kind = PolicyKind.Identity)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var root = JsonSyntaxReader.Read(Encoding.UTF8.GetBytes(json));
            return root.IsObject ? new PolicySummary(new PolicySyntax(root, json, kind).Statements) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ImmutableArray<ServiceSummary> Services(IEnumerable<StatementSyntax> statements, SortedSet<string> unrecognized)
    {
        var grants = new Dictionary<Service, List<StatementGrant>>();
        foreach (var statement in statements)
        {
            foreach (var (service, actions) in ActionsOf(statement, unrecognized))
            {
                if (!grants.TryGetValue(service, out var list))
                {
                    grants.Add(service, list = []);
                }

                list.Add(new StatementGrant(statement, actions));
            }
        }

        return [.. grants.OrderBy(static pair => pair.Key.Prefix, StringComparer.Ordinal).Select(static pair => new ServiceSummary(pair.Key, pair.Value))];
    }

    private static Dictionary<Service, ImmutableHashSet<ServiceAction>> ActionsOf(StatementSyntax statement, SortedSet<string> unrecognized)
    {
        var found = new Dictionary<Service, ImmutableHashSet<ServiceAction>>();
        if (statement.Action is not { } element)
        {
            return found;
        }

        foreach (var value in element.Values.DistinctBy(static v => v.Text, StringComparer.OrdinalIgnoreCase))
        {
            var isKnown = false;
            if (ActionPattern.Parse(value.Text) is { } pattern)
            {
                foreach (var service in ServicesOf(pattern))
                {
                    var actions = pattern.FindActions(service);
                    isKnown |= !actions.IsEmpty;
                    if (!actions.IsEmpty)
                    {
                        found[service] = found.GetValueOrDefault(service, []).Union(actions);
                    }
                }
            }

            if (!isKnown)
            {
                unrecognized.Add(value.Text);
            }
        }

        return element.IsNegated ? AllBut(found) : found;
    }

    private static IEnumerable<Service> ServicesOf(ActionPattern pattern) => Glob.HasWildcard(pattern.Prefix)
        ? ServiceReference.Services.Where(service => Glob.Covers(pattern.Prefix, service.Prefix, ignoreCase: true))
        : pattern.FindService() is { } service ? [service] : [];

    private static Dictionary<Service, ImmutableHashSet<ServiceAction>> AllBut(Dictionary<Service, ImmutableHashSet<ServiceAction>> excluded) =>
        ServiceReference.Services
            .Select(service => (Service: service, Actions: service.Actions.Where(action => !excluded.GetValueOrDefault(service, []).Contains(action)).ToImmutableHashSet()))
            .Where(static pair => !pair.Actions.IsEmpty)
            .ToDictionary(static pair => pair.Service, static pair => pair.Actions);
}
