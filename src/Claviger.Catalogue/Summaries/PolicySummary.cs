using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>What a policy's text allows and denies, as three tables: services, the actions of a service, the resources of an action.</summary>
/// <remarks>It tells what is written, against AWS's published actions; it decides nothing.</remarks>
public sealed class PolicySummary
{
    /// <summary>How many actions of statements may be held against how many of their resources. No policy within IAM's quotas comes near.</summary>
    private const long MostWork = 500_000;

    // What a pattern with a wildcard for its service is held against.
    private const long AllActions = 20_000;

    private long _work;

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
    /// <returns>Null if the text is not a JSON object, or was made to be slow.</returns>
    public static PolicySummary? Of(string json, PolicyKind kind = PolicyKind.Identity)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var root = JsonSyntaxReader.Read(Encoding.UTF8.GetBytes(json));
            if (!root.IsObject)
            {
                return null;
            }

            var statements = new PolicySyntax(root, json, kind).Statements;
            var wide = statements.SelectMany(static s => s.Action?.Values ?? []).Where(static v => v.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Glob.HasWildcard(v.Text.AsSpan(0, colon)));
            var summary = WorkLimit.Allows(WorkLimit.LengthOf(wide), AllActions) ? new PolicySummary(statements) : null;
            return summary?._work > MostWork ? null : summary;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ImmutableArray<ServiceSummary> Services(IEnumerable<StatementSyntax> statements, SortedSet<string> unrecognized)
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

                _work += (long)actions.Count * (statement.Resource?.Values.Length ?? 0);
                list.Add(new StatementGrant(statement, actions));
            }
        }

        return [.. grants.OrderBy(static pair => pair.Key.Prefix, StringComparer.Ordinal).Select(static pair => new ServiceSummary(pair.Key, pair.Value))];
    }

    private static Dictionary<Service, HashSet<ServiceAction>> ActionsOf(StatementSyntax statement, SortedSet<string> unrecognized)
    {
        var found = new Dictionary<Service, HashSet<ServiceAction>>();
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
                    if (actions.IsEmpty)
                    {
                        continue;
                    }

                    if (!found.TryGetValue(service, out var named))
                    {
                        found.Add(service, named = NewSet());
                    }

                    named.UnionWith(actions);
                }
            }

            if (!isKnown)
            {
                unrecognized.Add(value.Text);
            }
        }

        return element.IsNegated ? AllBut(found) : found;
    }

    // There is one object for each action of the reference.
    private static HashSet<ServiceAction> NewSet() => new(ReferenceEqualityComparer.Instance);

    private static IEnumerable<Service> ServicesOf(ActionPattern pattern) => Glob.HasWildcard(pattern.Prefix)
        ? ServiceReference.Services.Where(service => Glob.Covers(pattern.Prefix, service.Prefix, ignoreCase: true))
        : pattern.FindService() is { } service ? [service] : [];

    private static Dictionary<Service, HashSet<ServiceAction>> AllBut(Dictionary<Service, HashSet<ServiceAction>> excluded) =>
        ServiceReference.Services
            .Select(service =>
            {
                var rest = NewSet();
                rest.UnionWith(service.Actions);
                rest.ExceptWith(excluded.GetValueOrDefault(service) ?? []);
                return (Service: service, Actions: rest);
            })
            .Where(static pair => pair.Actions.Count > 0)
            .ToDictionary(static pair => pair.Service, static pair => pair.Actions);
}
