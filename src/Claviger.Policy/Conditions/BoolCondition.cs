namespace Claviger.Policy;

/// <summary>Bool: <c>true</c> and <c>false</c> in any case; every other text on either side matches nothing.</summary>
internal sealed class BoolCondition(ConditionText text) : Condition(text)
{
    private readonly TextPattern[] _values = Array.ConvertAll(
        text.Values, v => TextPattern.Compile(v, wildcards: false, text.Variables && UncertainChoices.BoolTakesVariables));

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        Span<char> typed = stackalloc char[ContextValue.MaxTypedLength];
        var text = value.AsText(typed);
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var wanted in _values)
            {
                if (wanted.IsEqual(text, context, StringComparison.OrdinalIgnoreCase))
                {
                    return Comparison.Matches;
                }
            }
        }

        return Comparison.Differs;
    }
}
