namespace Claviger.Policy;

/// <summary>Null: whether a key is absent (<c>true</c>) or present (<c>false</c>). Set operators before it have no meaning.</summary>
internal sealed class NullCondition : Condition
{
    private readonly bool _holdsWhenAbsent;
    private readonly bool _holdsWhenPresent;

    public NullCondition(ConditionText text)
        : base(text)
    {
        _holdsWhenAbsent = Array.Exists(text.Values, v => v.Equals("true", StringComparison.OrdinalIgnoreCase));
        _holdsWhenPresent = Array.Exists(text.Values, v => v.Equals("false", StringComparison.OrdinalIgnoreCase));
    }

    public override bool Holds(IContextSource context) => IsAbsent(context.Get(Key)) ? _holdsWhenAbsent : _holdsWhenPresent;

    protected override Comparison Compare(in ContextValue value, IContextSource context) => Comparison.Malformed;

    private static bool IsAbsent(in ContextValue value)
    {
        if (!value.IsList)
        {
            return value.IsMissing;
        }

        for (var i = 0; i < value.Values.Count; i++)
        {
            if (value.Values[i].Length > 0)
            {
                return false;
            }
        }

        return UncertainChoices.NullSeesEmptyListAsAbsent;
    }
}
