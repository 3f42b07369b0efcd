namespace Claviger.Catalogue;

/// <summary>Checks that services whose actions a statement names know the tag keys that its conditions compare.</summary>
internal static class TagConditionChecks
{
    private static readonly FindingCheck Allow = FindingCheck.Suggestion("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
        "An Allow is limited by tags that a service's actions don't have in their context: it never applies to that service.",
        "Remove the service's actions from the statement, or the condition.");

    private static readonly FindingCheck AllowNotAction = FindingCheck.Suggestion("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
        "An Allow with NotAction is limited by tags, which some services don't have in their context: it never applies to these.",
        "Name the actions that the tags limit.");

    private static readonly FindingCheck Deny = FindingCheck.Security("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
        "A Deny depends on tags that a service's actions don't have in their context: it doesn't protect that service as written.",
        "Deny the service's actions without the condition, or by other keys.");

    private static readonly FindingCheck DenyNotAction = FindingCheck.Security("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE",
        "A Deny with NotAction depends on tags, which some services don't have in their context: it doesn't protect these as written.",
        "Name the actions that the tags are to protect.");

    public static CheckFamily Family { get; } = new("Conditions on tags", [Allow, AllowNotAction, Deny, DenyNotAction], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements.Where(s => s.Action is not null))
        {
            foreach (var condition in statement.Conditions.Where(c => IsTagKey(c.Key.Name) && c.Operator is { IsNull: false, IsIfExists: false }))
            {
                Check(run, statement, condition);
            }
        }
    }

    private static void Check(CheckRun run, StatementSyntax statement, ConditionSyntax condition)
    {
        var action = statement.Action!;
        var key = condition.Key;
        if (action.IsNegated)
        {
            run.Report(statement.IsAllow ? AllowNotAction : DenyNotAction, key, $"Not every service has {key.Name}.");
            return;
        }

        var services = action.Values.Select(v => ActionPattern.Parse(v.Text)?.FindService()).OfType<Service>().Distinct();
        foreach (var service in services.Where(s => !s.TryFindConditionKey(key.Name, out _)))
        {
            run.Report(statement.IsAllow ? Allow : Deny, key, $"No action of {service.Prefix} has {key.Name} in its context.");
        }
    }

    private static bool IsTagKey(string key) =>
        key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase)
        || key.StartsWith("aws:RequestTag/", StringComparison.OrdinalIgnoreCase)
        || key.Equals("aws:TagKeys", StringComparison.OrdinalIgnoreCase);
}
