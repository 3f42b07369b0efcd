namespace Claviger.Catalogue;

/// <summary>Checks on condition operators and how they fit their keys.</summary>
internal static class OperatorChecks
{
    private static readonly FindingCheck InvalidOperator = FindingCheck.Error("INVALID_CONDITION_OPERATOR",
        "There is no condition operator of that name.", "Correct the operator.");

    private static readonly FindingCheck NullWithIfExists = FindingCheck.Error("NULL_WITH_IF_EXISTS",
        "Null, which asks whether a key exists, is combined with IfExists.", "Write Null.");

    private static readonly FindingCheck NullWithQualifier = FindingCheck.Suggestion("NULL_WITH_QUALIFIER",
        "Null is combined with ForAllValues or ForAnyValue, which say nothing about it.", "Write Null.");

    private static readonly FindingCheck MissingQualifier = FindingCheck.Error("MISSING_QUALIFIER",
        "A key with several values is compared without ForAllValues or ForAnyValue, so that the condition is never true.",
        "Put ForAnyValue: or ForAllValues: before the operator.");

    private static readonly FindingCheck ForAllValuesSingle = FindingCheck.Security("FORALLVALUES_WITH_SINGLE_VALUED_KEY",
        "An Allow compares a key that has one value with ForAllValues, which is also true when the key is missing.", "Remove ForAllValues:.");

    private static readonly FindingCheck ForAllValuesAlone = FindingCheck.Suggestion("FORALLVALUES_WITHOUT_NULL",
        "An Allow compares a key with ForAllValues, which is also true when the key is missing, and doesn't ask that it be there.",
        "Add \"Null\": {\"the key\": \"false\"}, if a request without the key is not to be allowed.");

    private static readonly FindingCheck WildcardWithoutLike = FindingCheck.Warning("WILDCARD_WITHOUT_LIKE_OPERATOR",
        "A value has * or ?, but its operator takes them literally.", "Use StringLike or StringNotLike; write ${*} for a literal asterisk.");

    private static readonly FindingCheck MultipleBoolean = FindingCheck.Error("INVALID_CONDITION_MULTIPLE_BOOLEAN",
        "A key is compared with several booleans.", "Keep one.");

    private static readonly FindingCheck ArnOperatorWithStar = FindingCheck.Warning("ARN_OPERATOR_WITH_LONE_STAR",
        "An ARN operator compares with \"*\", which is no ARN and matches nothing.", "Write arn:*:*:*:*:*, or use StringLike.");

    public static CheckFamily Family { get; } = new("Condition operators",
        [InvalidOperator, NullWithIfExists, NullWithQualifier, MissingQualifier, ForAllValuesSingle, ForAllValuesAlone, WildcardWithoutLike,
            MultipleBoolean, ArnOperatorWithStar],
        Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements)
        {
            foreach (var member in statement.Condition?.Value.Members ?? [])
            {
                CheckName(run, member);
            }

            foreach (var condition in statement.Conditions.Where(c => c.Operator is not null))
            {
                CheckSet(run, statement, condition, condition.Operator!);
                CheckValues(run, condition, condition.Operator!);
            }
        }
    }

    private static void CheckName(CheckRun run, JsonMember member)
    {
        if (OperatorSyntax.Parse(member.Name) is not { } op)
        {
            run.Report(InvalidOperator, member, $"There is no operator {member.Name}.{Nearest.Question(member.Name, OperatorSyntax.Types.Keys)}");
        }
        else if (op is { IsNull: true, IsIfExists: true })
        {
            run.Report(NullWithIfExists, member, "Null can't be combined with IfExists.");
        }
        else if (op is { IsNull: true, Set: not null })
        {
            run.Report(NullWithQualifier, member, $"{op.Set} changes nothing about Null.");
        }
    }

    private static void CheckSet(CheckRun run, StatementSyntax statement, ConditionSyntax condition, OperatorSyntax op)
    {
        var name = condition.Key.Name;
        if (op.IsNull || ConditionKeys.Find(name) is not { } key)
        {
            return;
        }

        if (key.IsMultivalued && op.Set is null)
        {
            run.Report(MissingQualifier, condition.Key, $"{name} has several values: {op.Name} alone is never true of them.");
        }
        else if (op.Set == OperatorSyntax.ForAllValues && statement.IsAllow && !condition.Values.IsEmpty)
        {
            if (!key.IsMultivalued)
            {
                run.Report(ForAllValuesSingle, condition.Key, $"{name} has one value; with ForAllValues the condition is also true without it.");
            }
            else if (!statement.ConditionsOn(name).Any(c => c.Operator is { IsNull: true } || c.Operator?.Set == OperatorSyntax.ForAnyValue))
            {
                run.Report(ForAllValuesAlone, condition.Key, $"This condition is also true of requests without {name}.");
            }
        }
    }

    private static void CheckValues(CheckRun run, ConditionSyntax condition, OperatorSyntax op)
    {
        if (op.Type == ConditionKeyType.Bool && condition.Values.Length > 1)
        {
            run.Report(MultipleBoolean, condition.Key, $"{condition.Key.Name} is compared with {condition.Values.Length} values.");
        }

        foreach (var value in condition.Values)
        {
            if (op is { Type: ConditionKeyType.String, HasWildcards: false } && Glob.HasWildcard(WithoutEscapes(value.Text)))
            {
                run.Report(WildcardWithoutLike, value, $"{op.Name} takes the wildcard in \"{value.Text}\" literally.");
            }
            else if (op.Type == ConditionKeyType.Arn && value.Text == "*")
            {
                run.Report(ArnOperatorWithStar, value, $"{op.Name} compares ARNs: \"*\" matches none.");
            }
        }
    }

    // ${*} and ${?} are how the characters themselves are written.
    private static string WithoutEscapes(string text) =>
        text.Replace("${*}", "", StringComparison.Ordinal).Replace("${?}", "", StringComparison.Ordinal);
}
