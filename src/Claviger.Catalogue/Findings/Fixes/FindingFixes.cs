using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Which findings have a remedy that can be applied, and what it is.</summary>
public static class FindingFixes
{
    private static readonly ImmutableArray<string> Effects = ["Allow", "Deny"];

    /// <summary>The fixes for findings on a policy; those that need a decision of the author have none.</summary>
    /// <param name="json">The policy.</param>
    /// <param name="kind">What it is to be used as.</param>
    /// <param name="findings">What <see cref="FindingsValidator"/> found in it.</param>
    public static IReadOnlyList<FindingFix> Of(string json, PolicyKind kind, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(findings);
        var text = Encoding.UTF8.GetBytes(json);
        JsonSyntax root;
        try
        {
            root = JsonSyntaxReader.Read(text);
        }
        catch (JsonException)
        {
            return [];
        }

        var places = FindingPlace.All(text, root);
        var policy = new PolicySyntax(root, json, kind);
        return
        [
            .. findings.Select(finding => places.GetValueOrDefault(finding.Path) is { } place && Find(finding.Code, place, policy, places) is ({ } title, { } edit)
                ? new FindingFix(finding, title, text, [edit]) : null).OfType<FindingFix>(),
        ];
    }

    private static (string Title, TextEdit? Edit)? Find(string code, FindingPlace place, PolicySyntax policy, Dictionary<string, FindingPlace?> places) =>
        OfStructure(code, place, policy, places) ?? OfActions(code, place) ?? OfArns(code, place) ?? OfConditions(code, place);

    private static (string, TextEdit?)? OfStructure(string code, FindingPlace place, PolicySyntax policy, Dictionary<string, FindingPlace?> places)
    {
        switch (code)
        {
            case "MISSING_VERSION":
            case "OLD_VERSION":
            case "INVALID_VERSION":
            case "VARIABLE_UNSUPPORTED_IN_VERSION":
                return ($"Set the Version to {PolicySyntax.CurrentVersion}", policy.Version is null
                    ? places[""]?.InsertFirst("Version", PolicySyntax.CurrentVersion)
                    : places.GetValueOrDefault("Version")?.Replace(PolicySyntax.CurrentVersion));
            case "INVALID_EFFECT":
                var effect = Effects.FirstOrDefault(word => word.Equals(place.Value.Text.Trim(), StringComparison.OrdinalIgnoreCase));
                return effect is null ? null : ($"Write {effect}", place.Replace(effect));
            case "INVALID_POLICY_ELEMENT":
                var known = place.Parent!.Parent is null ? StructureChecks.PolicyElements : StructureChecks.StatementElements;
                return place.Member is { } member && Nearest.To(member.Name, known) is { } near ? ($"Write {near}", place.Rename(near)) : null;
            case "UNSUPPORTED_SID":
                var sid = string.Concat(place.Value.Text.Where(char.IsAsciiLetterOrDigit));
                return sid.Length == 0 ? null : ($"Write {sid}", place.Replace(sid));
            case "UNIQUE_SIDS_REQUIRED":
            case "UNIQUE_SIDS_RECOMMENDED":
                var taken = policy.Statements.Select(static s => s.Sid?.Value.Text).ToHashSet(StringComparer.Ordinal);
                var free = Enumerable.Range(2, taken.Count + 2).Select(number => $"{place.Value.Text}{number}").First(name => !taken.Contains(name));
                return ($"Write {free}", place.Replace(free));
            case "EMPTY_SID_VALUE":
            case "UNSUPPORTED_PRINCIPAL":
            case "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE":
                return place.Member is { } element ? ($"Remove {element.Name}", place.Remove()) : null;
            case "EMPTY_OBJECT_CONDITION":
                // With its only operator a condition would be empty itself.
                var empty = place.Parent is { Member.Name: "Condition", Value.Members.Length: 1 } condition ? condition : place;
                return empty.Member is { } limit ? ($"Remove {limit.Name}", empty.Remove()) : null;
            case "REDUNDANT_STATEMENT":
                return ("Remove the statement", place.Remove());
            default:
                return null;
        }
    }

    private static (string, TextEdit?)? OfActions(string code, FindingPlace place)
    {
        var text = place.Value.Text;
        switch (code)
        {
            case "INVALID_ACTION_FORMAT":
                var plain = string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
                return ActionPattern.Parse(plain)?.FindService() is null ? null : ($"Write {plain}", place.Replace(plain));
            case "ACTIONS_IN_ONE_STRING":
                return ("Make a list of it", place.ReplaceByAll(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
            case "INVALID_SERVICE_IN_ACTION":
                return ActionPattern.Parse(text) is { } unknown && Nearest.To(unknown.Prefix, ServiceReference.Services.Select(static s => s.Prefix)) is { } prefix
                    ? ($"Write {prefix}:{unknown.Name}", place.Replace($"{prefix}:{unknown.Name}")) : null;
            case "INVALID_ACTION":
                // A wildcard that nothing matches was meant for several; which, its author knows.
                return ActionPattern.Parse(text) is { } pattern && !Glob.HasWildcard(pattern.Name) && pattern.FindService() is { } service
                    && ActionChecks.Suggest(pattern, service) is { } action && ServiceReference.TryFindAction(action, out _) ? ($"Write {action}", place.Replace(action)) : null;
            case "REDUNDANT_ACTION":
            case "REDUNDANT_RESOURCE":
                return ($"Remove {text}", place.Remove());
            default:
                return null;
        }
    }

    private static (string, TextEdit?)? OfArns(string code, FindingPlace place)
    {
        var text = place.Value.Text;
        var arn = ArnSegments.Parse(text);
        return code switch
        {
            "WHITE_SPACE_IN_ARN" => ("Remove the white space", place.Replace(text.Trim())),
            "INVALID_ARN_SERVICE_CASE" => Rewrite(place, arn! with { Service = arn.Service.ToLowerInvariant() }),
            "INVALID_PARTITION" => Nearest.To(arn!.Partition, Regions.Partitions) is { } partition ? Rewrite(place, arn with { Partition = partition }) : null,
            "INVALID_SERVICE" => Nearest.To(arn!.Service, ServiceReference.Services.Select(static s => s.Prefix)) is { } service ? Rewrite(place, arn with { Service = service }) : null,
            "INVALID_ARN_REGION" or "UNKNOWN_ARN_REGION" => Nearest.To(arn!.Region, Regions.Known) is { } region ? Rewrite(place, arn with { Region = region }) : null,
            "ARN_REGION_NOT_ALLOWED" => Rewrite(place, arn! with { Region = "" }),
            "ARN_ACCOUNT_NOT_ALLOWED" => Rewrite(place, arn! with { Account = "" }),
            "MISSING_ARN_REGION" => Rewrite(place, arn! with { Region = "*" }),
            "MISSING_ARN_ACCOUNT" => Rewrite(place, arn! with { Account = "*" }),
            _ => null,
        };
    }

    private static (string, TextEdit?)? OfConditions(string code, FindingPlace place)
    {
        switch (code)
        {
            case "INVALID_CONDITION_OPERATOR":
                return Nearest.To(place.Member!.Name, OperatorSyntax.Types.Keys) is { } op ? ($"Write {op}", place.Rename(op)) : null;
            case "NULL_WITH_IF_EXISTS":
            case "NULL_WITH_QUALIFIER":
                return ("Write Null", place.Rename("Null"));
            case "FORALLVALUES_WITH_SINGLE_VALUED_KEY":
                return OfOperator(place.Parent!, static name => name[(OperatorSyntax.ForAllValues.Length + 1)..]);
            case "WILDCARD_WITHOUT_LIKE_OPERATOR":
                var key = place.Parent!.Value.IsArray ? place.Parent : place;
                return OfOperator(key.Parent!, static name => name.Contains("IgnoreCase", StringComparison.OrdinalIgnoreCase) ? null : name.Replace("Equals", "Like", StringComparison.Ordinal));
            case "MFA_DENY_WITHOUT_IF_EXISTS":
                return OfOperator(place, static name => $"{name}IfExists");
            case "MFA_ALLOW_WITH_IF_EXISTS":
                return OfOperator(place, static name => name[..^"IfExists".Length]);
            case "INVALID_GLOBAL_CONDITION_KEY":
                return Nearest.To(place.Member!.Name, ServiceReference.GlobalConditionKeys.Select(static k => k.Name)) is { } global ? OfKey(place, global) : null;
            case "INVALID_SERVICE_CONDITION_KEY":
                return ServiceReference.TryFind(ConditionKeys.PrefixOf(place.Member!.Name), out var service)
                    && Nearest.To(place.Member.Name, service.ConditionKeys.Select(static k => k.Name)) is { } near ? OfKey(place, near) : null;
            case "DEPRECATED_GLOBAL_CONDITION_KEY":
                return ConditionKeyChecks.Deprecated.GetValueOrDefault(place.Member!.Name) is { } current ? OfKey(place, current) : null;
            case "IMPROVE_IP_RANGE":
                return IpRangeText.Parse(place.Value.Text)?.Canonical is { } range ? ($"Write {range}", place.Replace(range)) : null;
            case "DUPLICATE_CONDITION_VALUE":
                return ($"Remove the second {place.Value.Text}", place.Remove());
            default:
                return null;
        }
    }

    // A name of several words or with a part that varies is no key.
    private static (string, TextEdit?)? OfKey(FindingPlace place, string name) =>
        name.Contains(' ', StringComparison.Ordinal) || name.Contains('$', StringComparison.Ordinal) ? null : ($"Write {name}", place.Rename(name));

    // Another operator is for all the keys under it: where there are several, their author decides.
    private static (string, TextEdit?)? OfOperator(FindingPlace op, Func<string, string?> rename) =>
        op.Value.Members.Length == 1 && op.Member is { } member && rename(member.Name) is { } name && name != member.Name ? ($"Write {name}", op.Rename(name)) : null;

    private static (string, TextEdit?)? Rewrite(FindingPlace place, ArnSegments arn)
    {
        var text = $"{ArnSegments.Prefix}{arn.Partition}:{arn.Service}:{arn.Region}:{arn.Account}:{arn.Resource}";
        return ($"Write {text}", place.Replace(text));
    }
}
