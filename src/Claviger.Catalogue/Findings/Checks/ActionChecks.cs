using Claviger.Policy;

namespace Claviger.Catalogue;

/// <summary>Checks that actions are written as actions, and exist.</summary>
internal static class ActionChecks
{
    private static readonly FindingCheck InvalidActionFormat = FindingCheck.Error("INVALID_ACTION_FORMAT",
        "An action is not a service's prefix, one colon and a name, so that it matches nothing.", "Write it as in s3:GetObject, without spaces.");

    private static readonly FindingCheck ActionsInOneString = FindingCheck.Error("ACTIONS_IN_ONE_STRING",
        "Several actions stand in one string, separated by commas, so that none of them is matched.", "Make a list of strings of it.");

    private static readonly FindingCheck InvalidServiceInAction = FindingCheck.Error("INVALID_SERVICE_IN_ACTION",
        "The prefix of an action is no service's.", "Correct the prefix.");

    private static readonly FindingCheck InvalidAction = FindingCheck.Error("INVALID_ACTION",
        "The service has no such action, or none that the wildcard matches.", "Correct the name; an API operation's action may have another name.");

    private static readonly FindingCheck UndocumentedAction = FindingCheck.Warning("UNDOCUMENTED_ACTION",
        "The action is not in AWS's reference, but AWS's own managed policies name it: it is retired, or not for customers.", "Remove it unless you know that it is needed.");

    private static readonly FindingCheck WildcardInServiceName = FindingCheck.Suggestion("WILDCARD_IN_SERVICE_NAME",
        "A wildcard stands in the service's part of an action or ARN, and will match services to come.", "Name each service.");

    private static readonly FindingCheck EmptyArrayAction = FindingCheck.Suggestion("EMPTY_ARRAY_ACTION",
        "The list of actions is empty, so that the statement never applies.", "Name actions, or remove the statement.");

    private static readonly FindingCheck RedundantAction = FindingCheck.Suggestion("REDUNDANT_ACTION",
        "An action is matched by another entry of the same list.", "Remove it.");

    private static readonly FindingCheck UnsupportedActionInPolicy = FindingCheck.Error("UNSUPPORTED_ACTION_IN_POLICY",
        "A trust policy has an action other than those that give out a role's credentials.", "Use sts:AssumeRole and its kin only.");

    public static CheckFamily Family { get; } = new("Actions",
        [InvalidActionFormat, ActionsInOneString, InvalidServiceInAction, InvalidAction, UndocumentedAction, WildcardInServiceName, EmptyArrayAction,
            RedundantAction, UnsupportedActionInPolicy],
        Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            if (statement.Action is { } action)
            {
                if (action.Member.Value is { IsArray: true, Items.IsEmpty: true })
                {
                    run.Report(EmptyArrayAction, action.Member.Value, $"{action.Member.Name} is empty: this statement never applies.");
                }

                foreach (var value in action.Values)
                {
                    Check(run, value);
                }

                CheckRedundancy(run, action);
            }

            foreach (var resource in statement.Resource?.Values ?? [])
            {
                if (ArnSegments.Parse(resource.Text) is { } arn && Glob.HasWildcard(arn.Service))
                {
                    run.Report(WildcardInServiceName, resource, $"The service in \"{resource.Text}\" has a wildcard.");
                }
            }
        }
    }

    private static void Check(CheckRun run, JsonSyntax value)
    {
        var text = value.Text;
        if (text.Contains(',', StringComparison.Ordinal))
        {
            run.Report(ActionsInOneString, value, $"\"{text}\" is one action with a comma in its name, and matches nothing.");
        }
        else if (ActionPattern.Parse(text) is not { } pattern)
        {
            run.Report(InvalidActionFormat, value, $"\"{text}\" is not of the form service:action.");
        }
        else if (pattern.IsEverything && run.Policy.Kind == PolicyKind.Trust)
        {
            run.Report(UnsupportedActionInPolicy, value, "A trust policy must name the actions that give out the role's credentials.");
        }
        else if (!pattern.IsEverything)
        {
            CheckExists(run, value, pattern);
        }
    }

    private static void CheckExists(CheckRun run, JsonSyntax value, ActionPattern pattern)
    {
        if (Glob.HasWildcard(pattern.Prefix))
        {
            run.Report(WildcardInServiceName, value, $"The service in \"{value.Text}\" has a wildcard.");
        }
        else if (ServiceReference.IsUndocumented(value.Text))
        {
            run.Report(UndocumentedAction, value, $"AWS's reference doesn't list {value.Text}.");
        }
        else if (pattern.FindService() is not { } service)
        {
            run.Report(InvalidServiceInAction, value,
                $"There is no service with the prefix {pattern.Prefix}.{Nearest.Question(pattern.Prefix, ServiceReference.Services.Select(s => s.Prefix))}");
        }
        else if (run.Policy.Kind == PolicyKind.Trust && !TrustChecks.IsRoleAction(pattern))
        {
            run.Report(UnsupportedActionInPolicy, value, $"{value.Text} has no meaning in a trust policy.");
        }
        else if (pattern.FindActions(service).IsEmpty)
        {
            ReportMissing(run, value, pattern, service);
        }
    }

    /// <summary>The action that a name of none was probably meant to be; null if none is near.</summary>
    internal static string? Suggest(ActionPattern pattern, Service service) => ApiNames.FindAction($"{pattern.Prefix}:{pattern.Name}")
        ?? (Nearest.To(pattern.Name, service.Actions.Select(a => a.Name)) is { } near ? $"{service.Prefix}:{near}" : null);

    private static void ReportMissing(CheckRun run, JsonSyntax value, ActionPattern pattern, Service service)
    {
        var advice = ApiNames.FindAction(value.Text) is { } named
            ? $" The operation of that name is authorized by {named}."
            : Nearest.To(pattern.Name, service.Actions.Select(a => a.Name)) is { } near ? $" Did you mean {service.Prefix}:{near}?" : "";
        run.Report(InvalidAction, value, (Glob.HasWildcard(pattern.Name) ? $"No action matches {value.Text}." : $"There is no action {value.Text}.") + advice);
    }

    private static void CheckRedundancy(CheckRun run, ElementSyntax action)
    {
        var patterns = action.Values.Select(v => (Value: v, Pattern: ActionPattern.Parse(v.Text))).Where(p => p.Pattern is not null).ToList();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var wildcards = patterns.FindAll(p => Glob.HasWildcard(p.Value.Text) && seen.Add(p.Value.Text));
        if (!WorkLimit.Allows(WorkLimit.LengthOf(action.Values), WorkLimit.LengthOf(wildcards.Select(w => w.Value))))
        {
            return;
        }

        seen.Clear();
        foreach (var (value, pattern) in patterns)
        {
            var covering = wildcards.Find(w => !w.Value.Text.Equals(value.Text, StringComparison.OrdinalIgnoreCase) && w.Pattern!.Covers(pattern!)).Value;
            if (!seen.Add(value.Text))
            {
                run.Report(RedundantAction, value, $"{value.Text} is here for the second time.");
            }
            else if (covering is not null)
            {
                run.Report(RedundantAction, value, $"{value.Text} is covered by {covering.Text}.");
            }
        }
    }
}
