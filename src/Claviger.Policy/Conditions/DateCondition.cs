namespace Claviger.Policy;

/// <summary>The Date operators. The request's instant stands on the left.</summary>
internal sealed class DateCondition : Condition
{
    private readonly PolicyInstant?[] _values;
    private readonly Relation _relation;

    public DateCondition(ConditionText text)
        : base(text)
    {
        _values = Array.ConvertAll(text.Values, v => PolicyInstant.TryParse(v, out var instant) ? instant : (PolicyInstant?)null);
        _relation = text.Name.Operator switch
        {
            ConditionOperator.DateLessThan => Relation.Less,
            ConditionOperator.DateLessThanEquals => Relation.LessOrEqual,
            ConditionOperator.DateGreaterThan => Relation.Greater,
            ConditionOperator.DateGreaterThanEquals => Relation.GreaterOrEqual,
            _ => Relation.Equal,
        };
        IsNegated = text.Name.Operator == ConditionOperator.DateNotEquals;
    }

    protected override bool IsNegated { get; }

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        if (!TryRead(value, out var instant))
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
            else if (_relation.Holds(instant.CompareTo(wanted.Value)))
            {
                return Comparison.Matches;
            }
        }

        return result;
    }

    private static bool TryRead(in ContextValue value, out PolicyInstant instant)
    {
        switch (value.Type)
        {
            case ContextValueType.Instant:
                instant = PolicyInstant.Of(value.Instant);
                return true;
            case ContextValueType.Integer:
                instant = PolicyInstant.OfEpochSeconds(value.Integer);
                return true;
            case ContextValueType.Text:
                return PolicyInstant.TryParse(value.Text, out instant);
            case ContextValueType.Missing:
            case ContextValueType.Boolean:
            case ContextValueType.Address:
            case ContextValueType.List:
            default:
                instant = default;
                return false;
        }
    }
}
