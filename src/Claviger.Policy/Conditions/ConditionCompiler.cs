namespace Claviger.Policy;

/// <summary>Turns a condition's text into the condition of its operator.</summary>
internal static class ConditionCompiler
{
    /// <summary>Compiles one operator, one key and its values.</summary>
    /// <param name="spelled">The operator as the policy spells it.</param>
    /// <param name="key">The key as the policy spells it.</param>
    /// <param name="values">The values.</param>
    /// <param name="variables">Whether the policy's version has policy variables.</param>
    public static Condition Compile(string spelled, string key, string[] values, bool variables)
    {
        var known = OperatorName.TryParse(spelled, out var name);
        var text = new ConditionText(spelled, name, key, values, variables);
        return known ? Compile(text) : new UnknownCondition(text);
    }

    private static Condition Compile(ConditionText text) => text.Name.Operator switch
    {
        ConditionOperator.StringEquals or ConditionOperator.StringNotEquals
            or ConditionOperator.StringEqualsIgnoreCase or ConditionOperator.StringNotEqualsIgnoreCase
            or ConditionOperator.StringLike or ConditionOperator.StringNotLike => new StringCondition(text),
        ConditionOperator.NumericEquals or ConditionOperator.NumericNotEquals
            or ConditionOperator.NumericLessThan or ConditionOperator.NumericLessThanEquals
            or ConditionOperator.NumericGreaterThan or ConditionOperator.NumericGreaterThanEquals => new NumericCondition(text),
        ConditionOperator.DateEquals or ConditionOperator.DateNotEquals
            or ConditionOperator.DateLessThan or ConditionOperator.DateLessThanEquals
            or ConditionOperator.DateGreaterThan or ConditionOperator.DateGreaterThanEquals => new DateCondition(text),
        ConditionOperator.Bool => new BoolCondition(text),
        ConditionOperator.BinaryEquals => new BinaryCondition(text),
        ConditionOperator.IpAddress or ConditionOperator.NotIpAddress => new AddressCondition(text),
        ConditionOperator.ArnEquals or ConditionOperator.ArnLike
            or ConditionOperator.ArnNotEquals or ConditionOperator.ArnNotLike => new ArnCondition(text),
        ConditionOperator.Null => new NullCondition(text),
    };
}
