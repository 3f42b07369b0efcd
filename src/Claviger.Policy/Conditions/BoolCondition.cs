namespace Claviger.Policy;

/// <summary>Bool: <c>true</c> and <c>false</c> in any case; every other text on either side matches nothing.</summary>
internal sealed class BoolCondition(ConditionText text) : Condition(text)
{
    private readonly TextPattern[] _values = Array.ConvertAll(
        text.Values, v => TextPattern.Compile(v, wildcards: false, text.Variables && UncertainChoices.BoolTakesVariables));

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        if (!TryRead(value, out var isTrue))
        {
            return Comparison.Differs;
        }

        foreach (var wanted in _values)
        {
            if (wanted.IsEqual(isTrue ? "true" : "false", context, StringComparison.OrdinalIgnoreCase))
            {
                return Comparison.Matches;
            }
        }

        return Comparison.Differs;
    }

    private static bool TryRead(in ContextValue value, out bool isTrue)
    {
        var text = value.Type == ContextValueType.Text ? value.Text : null;
        isTrue = value.Type == ContextValueType.Boolean ? value.Boolean : "true".Equals(text, StringComparison.OrdinalIgnoreCase);
        return isTrue || value.Type == ContextValueType.Boolean || "false".Equals(text, StringComparison.OrdinalIgnoreCase);
    }
}
