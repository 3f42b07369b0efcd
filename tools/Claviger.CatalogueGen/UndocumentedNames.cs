using System.Collections.Immutable;
using Claviger.Catalogue;
using Claviger.Policy;

namespace Claviger.CatalogueGen;

/// <summary>Finds what AWS's managed policies name though the service reference doesn't have it: retired, internal, or a slip of AWS's.</summary>
internal sealed class UndocumentedNames(IReadOnlyDictionary<string, ServiceContents> services, ImmutableArray<ConditionKey> globalKeys)
{
    private const string FederationService = "sts";

    /// <summary>Entries of Action, ARNs of Resource and condition keys, in lower case and ordered.</summary>
    public ImmutableArray<string> FindIn(List<SourcePolicy> policies) =>
        [.. policies.SelectMany(p => new PolicySyntax(JsonSyntaxReader.Read(p.DefaultVersion.Document), "", PolicyKind.Identity).Statements)
            .SelectMany(FindIn)
            .Select(n => n.ToLowerInvariant())
            .Distinct()
            .OrderBy(n => n, StringComparer.OrdinalIgnoreCase)];

    private IEnumerable<string> FindIn(StatementSyntax statement)
    {
        var actions = statement.Action!.Values.Select(v => v.Text).Where(a => a != ActionPattern.Everything).ToList();
        var named = actions.Select(a => services.GetValueOrDefault(ActionPattern.Parse(a)!.Prefix)).OfType<ServiceContents>().Distinct().ToList();
        return actions.Where(a => !IsAction(ActionPattern.Parse(a)!))
            .Concat(statement.Resource!.Values.Select(v => v.Text).Where(r => ArnSegments.Parse(r) is { } arn && !IsResource(arn)))
            .Concat(statement.Conditions.Select(c => c.Key.Name).Where(k => !IsKey(k, named)));
    }

    private bool IsAction(ActionPattern pattern) =>
        services.TryGetValue(pattern.Prefix, out var service) && service.Actions.Any(a => Glob.Covers(pattern.Name, a.Name, ignoreCase: true));

    private bool IsResource(ArnSegments arn)
    {
        var pattern = new ResourcePattern(arn);
        var types = services.SelectMany(s => s.Value.ResourceTypes.Where(t => ServiceBlocks.ServiceOf(t, s.Key) == arn.Service)).ToList();
        return types.Count == 0 || types.Exists(pattern.CanBe);
    }

    private bool IsKey(string key, List<ServiceContents> named) =>
        globalKeys.Concat((services.GetValueOrDefault(ConditionKeys.PrefixOf(key)) ?? services[FederationService]).ConditionKeys)
            .Concat(named.SelectMany(s => s.ConditionKeys))
            .Any(k => k.Matches(key));
}
