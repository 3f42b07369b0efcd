namespace Claviger.Policy;

/// <summary>The Numeric operators. The request's number stands on the left.</summary>
internal sealed class NumericCondition : Condition
{
    private readonly Number?[] _values;
    private readonly Relation _relation;

    public NumericCondition(ConditionText text)
        : base(text)
    {
        _values = Array.ConvertAll(text.Values, v => Number.TryParse(v, out var number) ? number : (Number?)null);
        _relation = text.Name.Operator switch
        {
            ConditionOperator.NumericLessThan => Relation.Less,
            ConditionOperator.NumericLessThanEquals => Relation.LessOrEqual,
            ConditionOperator.NumericGreaterThan => Relation.Greater,
            ConditionOperator.NumericGreaterThanEquals => Relation.GreaterOrEqual,
            _ => Relation.Equal,
        };
        IsNegated = text.Name.Operator == ConditionOperator.NumericNotEquals;
    }

    protected override bool IsNegated { get; }

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        if (!TryRead(value, out var number))
        {
            return Comparison.Malformed;
        }

        var result = Comparison.Differs;
        foreach (var wanted in _values)
        {
            if (wanted is null)
            {
                result = Comparison.Malformed;
            }
            else if (_relation.Holds(number.CompareTo(wanted.Value)))
            {
                return Comparison.Matches;
            }
        }

        return result;
    }

    private static bool TryRead(in ContextValue value, out Number number)
    {
        if (value.Type == ContextValueType.Integer)
        {
            number = Number.Of(value.Integer);
            return true;
        }

        Span<char> typed = stackalloc char[ContextValue.MaxTypedLength];
        return Number.TryParse(value.AsText(typed), out number);
    }
}
