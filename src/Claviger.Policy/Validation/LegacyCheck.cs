namespace Claviger.Policy;

/// <summary>What AWS's older parser takes exception to: the case of Effect, values that can't be read, incomplete ARNs.</summary>
internal static class LegacyCheck
{
    public static PolicyFault? Find(PolicyTree policy) =>
        policy.FirstInStatements(statement =>
            statement.Find("Effect")!.Text is "Allow" or "Deny" ? null : statement.Fault(ValidationText.Legacy, "Effect"))
        ?? policy.FirstInStatements(FindValue)
        ?? FindVariable(policy)
        ?? ResourceCheck.FindIncomplete(policy);

    /// <summary>Condition values that their operator can't read.</summary>
    public static PolicyFault? FindValue(StatementNode statement)
    {
        foreach (var condition in statement.Conditions())
        {
            if (OperatorName.TryParse(condition.Operator, out var name) && !IsReadable(name.Operator, condition.Value.Text))
            {
                return condition.Fault(ValidationText.Legacy);
            }
        }

        return null;
    }

    /// <summary>Policy variables that are not spelled as the language has them; an old version of it has none.</summary>
    public static PolicyFault? FindVariable(PolicyTree policy) =>
        policy.Root.Find("Version") is { Text: "2012-10-17" } ? policy.FirstInStatements(FindVariable) : null;

    private static PolicyFault? FindVariable(StatementNode statement)
    {
        foreach (var entry in statement.Values("Resource").Concat(statement.Values("NotResource")))
        {
            if (!TextPattern.HasWellFormedVariables(entry.Text))
            {
                return entry.Fault(ValidationText.Legacy);
            }
        }

        foreach (var condition in statement.Conditions())
        {
            if (!TextPattern.HasWellFormedVariables(condition.Value.Text))
            {
                return condition.Fault(ValidationText.Legacy);
            }
        }

        return null;
    }

    private static bool IsReadable(ConditionOperator name, string value) => name switch
    {
        ConditionOperator.DateEquals or ConditionOperator.DateNotEquals
            or ConditionOperator.DateLessThan or ConditionOperator.DateLessThanEquals
            or ConditionOperator.DateGreaterThan or ConditionOperator.DateGreaterThanEquals => LegacyDate.IsValid(value),
        ConditionOperator.NumericEquals or ConditionOperator.NumericNotEquals
            or ConditionOperator.NumericLessThan or ConditionOperator.NumericLessThanEquals
            or ConditionOperator.NumericGreaterThan or ConditionOperator.NumericGreaterThanEquals =>
            !UncertainChoices.UnreadableNumberOrAddressFailsOnSave || Number.TryParse(value, out _),
        ConditionOperator.IpAddress or ConditionOperator.NotIpAddress =>
            !UncertainChoices.UnreadableNumberOrAddressFailsOnSave || IpNetwork.TryParse(value, out _),
        _ => true,
    };
}
