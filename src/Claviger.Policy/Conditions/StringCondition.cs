namespace Claviger.Policy;

/// <summary>The String operators.</summary>
internal sealed class StringCondition : Condition
{
    private readonly TextPattern[] _values;
    private readonly bool _like;
    private readonly StringComparison _comparison;

    public StringCondition(ConditionText text)
        : base(text)
    {
        var name = text.Name.Operator;
        _like = name is ConditionOperator.StringLike or ConditionOperator.StringNotLike;
        _comparison = name is ConditionOperator.StringEqualsIgnoreCase or ConditionOperator.StringNotEqualsIgnoreCase
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;
        IsNegated = name is ConditionOperator.StringNotEquals or ConditionOperator.StringNotEqualsIgnoreCase or ConditionOperator.StringNotLike;
        _values = Array.ConvertAll(text.Values, v => TextPattern.Compile(v, _like, text.Variables));
    }

    protected override bool IsNegated { get; }

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        Span<char> typed = stackalloc char[ContextValue.MaxTypedLength];
        var text = value.AsText(typed);
        foreach (var wanted in _values)
        {
            if (_like ? wanted.IsMatch(text, context) : wanted.IsEqual(text, context, _comparison))
            {
                return Comparison.Matches;
            }
        }

        return Comparison.Differs;
    }
}
