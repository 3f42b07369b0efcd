namespace Claviger.Policy.Reference;

/// <summary>The logic of conditions (section 5).</summary>
internal static class ConditionRules
{
    // 5.5 says false, by which a Deny would be lost; an Allow is lost in any case, since what is not understood never allows.
    private const bool UnknownOperatorHoldsInDeny = true;

    public static bool Holds(Condition condition, RequestKeys keys, bool variables)
    {
        if (Operator.Read(condition.Operator) is not { } op)
        {
            return UnknownOperatorHoldsInDeny;
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
        var table = asked.Select(value => condition.Values.Select(text => Compare(op.Base, text, value, keys, variables)).ToList()).ToList();

        // 6.8. A request's value that can't be read is one, whatever it is compared with.
        if (op.Base.Negated && op.Base.FalseWhenMalformed
            && (table.Any(row => row.Contains(Comparison.Malformed)) || asked.Any(value => !op.Base.CanRead(value))))
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
