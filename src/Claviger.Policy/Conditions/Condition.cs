namespace Claviger.Policy;

/// <summary>One operator applied to one key: what is common to all is how missing and multivalued keys are taken (5.7, 5.8).</summary>
internal abstract class Condition
{
    protected Condition(ConditionText text)
    {
        Text = text;
        Key = ContextKey.Of(text.Key);
    }

    /// <summary>The condition as the policy spells it.</summary>
    public ConditionText Text { get; }

    public ContextKey Key { get; }

    /// <summary>Whether the operator is one of the <c>Not</c> ones.</summary>
    protected virtual bool IsNegated => false;

    /// <summary>Whether the condition holds in a request.</summary>
    public virtual bool Holds(IContextSource context)
    {
        var value = context.Get(Key);
        if (value.IsMissing)
        {
            return HoldsWhenMissing;
        }

        return Text.Name.Mode switch
        {
            // AWS: a multivalued key without a set operator never holds, whatever the operator.
            SetMode.Single => !value.IsList && HoldsFor(Compare(value, context)),
            SetMode.ForAllValues => HoldsForAll(value, context),
            SetMode.ForAnyValue => HoldsForAny(value, context),
        };
    }

    /// <summary>Compares one single value of the request with all values of the policy.</summary>
    protected abstract Comparison Compare(in ContextValue value, IContextSource context);

    private bool HoldsWhenMissing => Text.Name.Mode switch
    {
        SetMode.ForAllValues => true,
        SetMode.ForAnyValue => Text.Name.IfExists && UncertainChoices.ForAnyValueIfExistsHoldsWhenMissing,
        SetMode.Single => IsNegated || Text.Name.IfExists,
    };

    private bool FailsAsAWhole(Comparison comparison) =>
        IsNegated && comparison == Comparison.Malformed && UncertainChoices.MalformedValueFailsNegatedOperator;

    private bool HoldsFor(Comparison comparison) => comparison == Comparison.Matches ? !IsNegated : IsNegated && !FailsAsAWhole(comparison);

    private bool HoldsForAll(in ContextValue value, IContextSource context)
    {
        for (var i = 0; i < Count(value); i++)
        {
            var member = Member(value, i);
            if (!IsEmpty(member) && !HoldsFor(Compare(member, context)))
            {
                return false;
            }
        }

        return true;
    }

    private bool HoldsForAny(in ContextValue value, IContextSource context)
    {
        var some = false;
        for (var i = 0; i < Count(value); i++)
        {
            var member = Member(value, i);
            if (IsEmpty(member))
            {
                continue;
            }

            var comparison = Compare(member, context);
            if (FailsAsAWhole(comparison))
            {
                return false;
            }

            some |= HoldsFor(comparison);
            if (some && !IsNegated)
            {
                return true;
            }
        }

        return some;
    }

    private static int Count(in ContextValue value) => value.IsList ? value.Values.Count : 1;

    private static ContextValue Member(in ContextValue value, int index) => value.IsList ? ContextValue.Of(value.Values[index]) : value;

    // AWS: empty texts in a list count as no value.
    private static bool IsEmpty(in ContextValue member) =>
        member.IsMissing || (member.Type == ContextValueType.Text && member.Text.Length == 0);
}
