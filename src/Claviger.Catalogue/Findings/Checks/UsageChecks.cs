using System.Collections.Frozen;

namespace Claviger.Catalogue;

/// <summary>Checks that the actions of a statement work on its resources and have its condition keys.</summary>
internal static class UsageChecks
{
    private static readonly FindingCheck ActionNeedsStar = FindingCheck.Warning("ACTION_REQUIRES_STAR_RESOURCE",
        "An action works on no particular resource, so that only \"*\" matches its requests, and the statement doesn't say that.",
        "Move the action to a statement with \"Resource\": \"*\".");

    private static readonly FindingCheck ActionWithoutResource = FindingCheck.Warning("ACTION_WITHOUT_MATCHING_RESOURCE",
        "None of the statement's resources is of a kind that the action works on, so that the statement never applies to it.",
        "Add a resource of the kind that the message names, or move the action.");

    private static readonly FindingCheck ResourceWithoutAction = FindingCheck.Warning("RESOURCE_WITHOUT_MATCHING_ACTION",
        "None of the statement's actions works on a resource.", "Remove the resource, or add actions that work on it.");

    private static readonly FindingCheck KeyWithoutAction = FindingCheck.Warning("CONDITION_KEY_NOT_USED_BY_ACTIONS",
        "None of the statement's actions has a service's condition key in its context: the key is always missing.",
        "Remove the condition, or move it to the actions that have the key.");

    // Services whose reference is in two parts under one prefix (versions 1 and 2, or several products): neither lists all that an action works on.
    private static readonly FrozenSet<string> InTwoParts =
        new[] { "apigateway", "aws-marketplace", "elasticloadbalancing", "greengrass", "kinesisanalytics", "lex", "ses" }.ToFrozenSet();

    private const int ShownForms = 3;

    public static CheckFamily Family { get; } = new("Actions with their resources and keys",
        [ActionNeedsStar, ActionWithoutResource, ResourceWithoutAction, KeyWithoutAction], Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            // Only a statement whose every action is known can be judged.
            var actions = statement.Action is { IsNegated: false } element ? KnownActions.Resolve(element) : null;
            if (actions is null || actions.Count == 0 || actions.Exists(a => InTwoParts.Contains(a.Service.Prefix)))
            {
                continue;
            }

            if (statement.Resource is { IsNegated: false } resource
                && WorkLimit.Allows(WorkLimit.LengthOf(resource.Values), actions.Sum(a => (long)a.Actions.Length)))
            {
                CheckActions(run, actions, resource);
                CheckResources(run, actions, resource);
            }

            CheckKeys(run, actions, statement);
        }
    }

    private static void CheckActions(CheckRun run, List<KnownActions> actions, ElementSyntax resource)
    {
        if (resource.Values.IsEmpty || resource.Values.Any(r => ArnSegments.Parse(r.Text) is null))
        {
            return;
        }

        var patterns = resource.Values.Select(r => new ResourcePattern(ArnSegments.Parse(r.Text)!)).ToList();

        foreach (var known in actions)
        {
            if (known.Actions.All(a => a.ResourceTypes.IsEmpty))
            {
                run.Report(ActionNeedsStar, known.Value, $"{known.Value.Text} works on no particular resource: this statement doesn't apply to it.");
            }
            else if (!known.Actions.Any(a => a.ResourceTypes.Any(t => patterns.Exists(p => p.CanBe(t.ResourceType)))))
            {
                var types = known.Actions.SelectMany(a => a.ResourceTypes).Select(t => t.ResourceType.ArnPattern).Distinct().ToList();
                var forms = string.Join(" or ", types.Take(ShownForms)) + (types.Count > ShownForms ? " or others" : "");
                run.Report(ActionWithoutResource, known.Value, $"{known.Value.Text} works on {forms}; none of the resources here is one.");
            }
        }
    }

    private static void CheckResources(CheckRun run, List<KnownActions> actions, ElementSyntax resource)
    {
        var types = actions.SelectMany(a => a.Actions).SelectMany(a => a.ResourceTypes).Select(t => t.ResourceType).Distinct().ToList();
        foreach (var value in resource.Values)
        {
            if (ArnSegments.Parse(value.Text) is { } arn
                && new ResourcePattern(arn) is var pattern
                && !types.Exists(pattern.CanBe)
                && ServiceReference.ResourceTypesOf(arn.Service).Any(pattern.CanBe))
            {
                run.Report(ResourceWithoutAction, value, $"None of the actions here works on \"{value.Text}\".");
            }
        }
    }

    private static void CheckKeys(CheckRun run, List<KnownActions> actions, StatementSyntax statement)
    {
        foreach (var condition in statement.Conditions)
        {
            var key = condition.Key.Name;
            if (!ServiceReference.TryFindGlobalConditionKey(key, out _)
                && ServiceReference.TryFind(ConditionKeys.PrefixOf(key), out var service)
                && service.TryFindConditionKey(key, out var known)
                && !actions.Exists(a => a.Actions.Any(x => KnownActions.HasKey(x, known))))
            {
                run.Report(KeyWithoutAction, condition.Key, $"None of the actions here has {known.Name} in its context.");
            }
        }
    }
}
