namespace Claviger.Policy.Reference;

/// <summary>The logic of conditions (section 5).</summary>
internal static class ConditionRules
{
    public static bool Holds(Condition condition, RequestKeys keys, Statement statement)
    {
        // 5.5: an unknown operator is false, so that an Allow never applies. What is not understood must not open anything: a Deny
        // applies where all that is understood of it does.
        if (Operator.Read(condition.Operator) is not { } op)
        {
            return statement.IsDeny;
        }

        var key = keys.Find(condition.Key);
        if (op.Base.Name == "null")
        {
            return NullHolds(condition, key);
        }

        if (key is null)
        {
            return HoldsWithoutKey(op);
        }

        // 5.8: a plain operator on a multivalued key is false, whatever it is.
        if (op.Set == Operator.Quantifier.None && key.IsList)
        {
            return false;
        }

        // 5.8: a set operator takes a single value for a list of one, and leaves empty strings out.
        var asked = op.Set == Operator.Quantifier.None ? key.Values : [.. key.Values.Where(value => value.Length > 0)];
        var table = asked.Select(value => condition.Values.Select(text => Compare(op.Base, text, value, keys, statement.Variables)).ToList()).ToList();

        // 6.8
        if (op.Base.Negated && op.Base.FalseWhenMalformed && table.Any(row => row.Contains(Comparison.Malformed)))
        {
            return false;
        }

        // 5.1, 5.2
        var satisfied = table.Select(row => row.Contains(Comparison.Equal) != op.Base.Negated).ToList();
        return op.Set switch
        {
            Operator.Quantifier.ForAllValues => satisfied.TrueForAll(value => value),
            Operator.Quantifier.ForAnyValue => satisfied.Contains(true),
            _ => satisfied[0],
        };
    }

    // 5.7
    private static bool HoldsWithoutKey(Operator op) => op.Set switch
    {
        Operator.Quantifier.ForAllValues => true,
        Operator.Quantifier.ForAnyValue => op.IfExists,
        _ => op.IfExists || op.Base.Negated,
    };

    // 5.9: an empty string is present, an empty list is not; 5.8: an empty string in a list is no value.
    private static bool NullHolds(Condition condition, RequestKey? key)
    {
        var absent = key is null || (key.IsList && key.Values.All(value => value.Length == 0));
        return condition.Values.Any(value => value.Equals(absent ? "true" : "false", StringComparison.OrdinalIgnoreCase));
    }

    private static Comparison Compare(PlainOperator op, string policyValue, string requestValue, RequestKeys keys, bool variables)
    {
        // 7.2, 7.5: a value without a value equals nothing, and is not malformed.
        var pattern = Variables.Substitute(policyValue, variables && op.Variables, keys);
        return pattern is null ? Comparison.Different : op.Compare(pattern, requestValue);
    }
}
