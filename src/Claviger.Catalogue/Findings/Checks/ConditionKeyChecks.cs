using System.Collections.Frozen;

namespace Claviger.Catalogue;

/// <summary>Checks that condition keys exist.</summary>
internal static class ConditionKeyChecks
{
    private static readonly FindingCheck InvalidFormat = FindingCheck.Error("INVALID_CONDITION_KEY_FORMAT",
        "A condition key is not a prefix, a colon and a name.", "Write it as in aws:SourceIp, without spaces.");

    private static readonly FindingCheck InvalidGlobalKey = FindingCheck.Error("INVALID_GLOBAL_CONDITION_KEY",
        "There is no global condition key of that name.", "Correct the key.");

    private static readonly FindingCheck InvalidServiceKey = FindingCheck.Error("INVALID_SERVICE_CONDITION_KEY",
        "The service has no condition key of that name.", "Correct the key.");

    private static readonly FindingCheck UndocumentedKey = FindingCheck.Warning("UNDOCUMENTED_CONDITION_KEY",
        "A condition key is not in AWS's reference, but AWS's own managed policies compare it.", "Make sure that requests have the key.");

    private static readonly FindingCheck DeprecatedKey = FindingCheck.Warning("DEPRECATED_GLOBAL_CONDITION_KEY",
        "A global condition key has been replaced by others.", "Use the keys that the message names.");

    private static readonly FindingCheck MissingTagKey = FindingCheck.Error("MISSING_TAG_KEY_IN_CONDITION_KEY",
        "A condition key on tags doesn't say which tag.", "Name the tag, as in aws:ResourceTag/team.");

    private static readonly FindingCheck UnknownPrefix = FindingCheck.Warning("UNKNOWN_CONDITION_KEY_PREFIX",
        "The prefix of a condition key is neither a service's nor an identity provider's.", "Correct the prefix.");

    internal static readonly FrozenDictionary<string, string> Deprecated = new Dictionary<string, string>
    {
        ["aws:ARN"] = "aws:PrincipalArn or aws:SourceArn",
        ["aws:SecurityTokenAge"] = "aws:TokenIssueTime",
        ["aws:Referrer"] = "aws:referer",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> TagPrefixes =
        new[] { "aws:PrincipalTag", "aws:ResourceTag", "aws:RequestTag" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static CheckFamily Family { get; } = new("Condition keys",
        [InvalidFormat, InvalidGlobalKey, InvalidServiceKey, UndocumentedKey, DeprecatedKey, MissingTagKey, UnknownPrefix], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            foreach (var condition in statement.Conditions)
            {
                Check(run, statement, condition.Key);
            }
        }
    }

    private static void Check(CheckRun run, StatementSyntax statement, JsonMember key)
    {
        var name = key.Name;
        var prefix = ConditionKeys.PrefixOf(name);
        if (prefix.Length == 0 || prefix.Length == name.Length - 1 || prefix.Any(char.IsWhiteSpace))
        {
            run.Report(InvalidFormat, key, $"\"{name}\" is not of the form prefix:name.");
        }
        else if (Deprecated.TryGetValue(name, out var replacement))
        {
            run.Report(DeprecatedKey, key, $"{name} has been replaced by {replacement}.");
        }
        else if (TagPrefixes.Contains(name.TrimEnd('/')))
        {
            run.Report(MissingTagKey, key, $"{name} doesn't say which tag.");
        }
        else if (ConditionKeys.Find(name) is null && !IsKnownToActions(statement, name))
        {
            ReportUnknown(run, key, prefix);
        }
    }

    private static void ReportUnknown(CheckRun run, JsonMember key, string prefix)
    {
        var name = key.Name;
        if (ServiceReference.IsUndocumented(name))
        {
            run.Report(UndocumentedKey, key, $"AWS's reference has no key {name}.");
        }
        else if (prefix.Equals(ConditionKeys.GlobalPrefix, StringComparison.OrdinalIgnoreCase))
        {
            run.Report(InvalidGlobalKey, key, $"There is no key {name}.{Nearest.Question(name, ServiceReference.GlobalConditionKeys.Select(k => k.Name))}");
        }
        else if (ServiceReference.TryFind(prefix, out var service))
        {
            run.Report(InvalidServiceKey, key, $"{service.Prefix} has no key {name}.{Nearest.Question(name, service.ConditionKeys.Select(k => k.Name))}");
        }
        else if (!prefix.Contains('.', StringComparison.Ordinal) && !prefix.Equals("saml", StringComparison.OrdinalIgnoreCase))
        {
            // With a dot it is the host of a web identity provider, whose claims are its own.
            run.Report(UnknownPrefix, key, $"There is no service {prefix}.{Nearest.Question(prefix, ServiceReference.Services.Select(s => s.Prefix))}");
        }
    }

    // Some services read keys of another one's prefix.
    private static bool IsKnownToActions(StatementSyntax statement, string key) =>
        (statement.Action?.Values ?? [])
            .Select(v => ActionPattern.Parse(v.Text)?.FindService())
            .Any(s => s is not null && s.TryFindConditionKey(key, out _));
}
