namespace Claviger.Catalogue;

/// <summary>Checks on empty and doubled parts of conditions.</summary>
internal static class ConditionShapeChecks
{
    private static readonly FindingCheck EmptyObject = FindingCheck.Suggestion("EMPTY_OBJECT_CONDITION",
        "A Condition, or an operator in it, has nothing in it, and limits nothing.", "Remove it, or add a key.");

    private static readonly FindingCheck EmptyArray = FindingCheck.Suggestion("EMPTY_ARRAY_CONDITION",
        "A key is compared with no values.", "Add values, or use Null to ask whether the key is there.");

    private static readonly FindingCheck EmptyArrayForAllValues = FindingCheck.Suggestion("EMPTY_ARRAY_CONDITION_FORALLVALUES",
        "A key is compared by ForAllValues with no values, which is true only when it is missing.", "Write \"Null\": {\"the key\": \"true\"}.");

    private static readonly FindingCheck EmptyArrayForAnyValue = FindingCheck.Suggestion("EMPTY_ARRAY_CONDITION_FORANYVALUE",
        "A key is compared by ForAnyValue with no values, which is never true.", "Add values, or remove the statement.");

    private static readonly FindingCheck EmptyArrayIfExists = FindingCheck.Suggestion("EMPTY_ARRAY_CONDITION_IFEXISTS",
        "A key is compared, if it exists, with no values, which is true only when it is missing.", "Write \"Null\": {\"the key\": \"true\"}.");

    private static readonly FindingCheck MixedTypes = FindingCheck.Error("INVALID_CONDITION_DATA_TYPE",
        "The values of a key are of different JSON types.", "Write them all as strings.");

    private static readonly FindingCheck DuplicateCase = FindingCheck.Error("DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
        "An operator has the same key twice in different spelling; keys are read without regard to case.", "Join the values under one key.");

    private static readonly FindingCheck DuplicateValue = FindingCheck.Suggestion("DUPLICATE_CONDITION_VALUE",
        "A key is compared with the same value twice.", "Remove one.");

    private static readonly FindingCheck RedundantNumber = FindingCheck.Suggestion("REDUNDANT_CONDITION_VALUE_NUM",
        "A key is compared by less or greater with several numbers, of which one decides.", "Keep the number that decides.");

    public static CheckFamily Family { get; } = new("Parts of conditions",
        [EmptyObject, EmptyArray, EmptyArrayForAllValues, EmptyArrayForAnyValue, EmptyArrayIfExists, MixedTypes, DuplicateCase, DuplicateValue,
            RedundantNumber],
        Run);

    private static void Run(CheckRun run)
    {
        foreach (var statement in run.Policy.Statements.Where(s => s.Condition is { Value.IsObject: true }))
        {
            var condition = statement.Condition!;
            if (condition.Value.Members.IsEmpty)
            {
                run.Report(EmptyObject, condition, "This Condition is empty.");
            }

            foreach (var member in condition.Value.Members.Where(m => m.Value.IsObject))
            {
                CheckOperator(run, member);
            }

            foreach (var key in statement.Conditions)
            {
                CheckKey(run, key);
            }
        }
    }

    private static void CheckOperator(CheckRun run, JsonMember member)
    {
        if (member.Value.Members.IsEmpty)
        {
            run.Report(EmptyObject, member, $"{member.Name} compares no key.");
        }

        foreach (var keys in member.Value.Members.GroupBy(m => m.Name, StringComparer.OrdinalIgnoreCase))
        {
            var first = keys.First();
            foreach (var other in keys.Where(k => k.Name != first.Name))
            {
                run.Report(DuplicateCase, other, $"{other.Name} is the same key as {first.Name}.");
            }
        }
    }

    private static void CheckKey(CheckRun run, ConditionSyntax condition)
    {
        var (name, values) = (condition.Key.Name, condition.Values);
        if (condition.Key.Value is { IsArray: true, Items.IsEmpty: true })
        {
            var check = condition.Operator switch
            {
                { Set: OperatorSyntax.ForAllValues } => EmptyArrayForAllValues,
                { Set: OperatorSyntax.ForAnyValue } => EmptyArrayForAnyValue,
                { IsIfExists: true } => EmptyArrayIfExists,
                _ => EmptyArray,
            };
            run.Report(check, condition.Key, $"{name} is compared with no values.");
            return;
        }

        if (values.Select(v => v.IsString).Distinct().Count() > 1)
        {
            run.Report(MixedTypes, condition.Key, $"{name} is compared with strings and with others.");
        }

        foreach (var duplicate in values.GroupBy(v => v.Text).SelectMany(g => g.Skip(1)))
        {
            run.Report(DuplicateValue, duplicate, $"\"{duplicate.Text}\" is here for the second time.");
        }

        if (values.Length > 1 && condition.Operator is { Type: ConditionKeyType.Numeric } op && (op.Name.Contains("Less", StringComparison.Ordinal) || op.Name.Contains("Greater", StringComparison.Ordinal)))
        {
            var which = op.Name.Contains("Less", StringComparison.Ordinal) ? "greatest" : "least";
            run.Report(RedundantNumber, condition.Key, $"Of the numbers that {name} is compared with, the {which} decides.");
        }
    }
}
