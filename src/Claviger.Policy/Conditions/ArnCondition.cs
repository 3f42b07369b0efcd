namespace Claviger.Policy;

/// <summary>The Arn operators: six segments, each a glob of its own. ArnEquals is ArnLike.</summary>
internal sealed class ArnCondition : Condition
{
    private readonly TextPattern[] _values;

    public ArnCondition(ConditionText text)
        : base(text)
    {
        _values = Array.ConvertAll(text.Values, v => TextPattern.Compile(v, wildcards: true, text.Variables));
        IsNegated = text.Name.Operator is ConditionOperator.ArnNotEquals or ConditionOperator.ArnNotLike;
    }

    protected override bool IsNegated { get; }

    protected override Comparison Compare(in ContextValue value, IContextSource context)
    {
        Span<char> typed = stackalloc char[ContextValue.MaxTypedLength];
        var text = value.AsText(typed);
        if (!ArnGlob.IsArn(text))
        {
            return Comparison.Malformed;
        }

        var result = Comparison.Differs;
        foreach (var wanted in _values)
        {
            switch (Compare(wanted, text, context))
            {
                case Comparison.Matches:
                    return Comparison.Matches;
                case Comparison.Malformed:
                    result = Comparison.Malformed;
                    break;
                case Comparison.Differs:
                default:
                    break;
            }
        }

        return result;
    }

    private static Comparison Compare(TextPattern wanted, ReadOnlySpan<char> text, IContextSource context)
    {
        if (!wanted.HasVariables)
        {
            return ArnGlob.Compare(wanted.Characters, wanted.Units, text);
        }

        var buffer = new PatternBuffer(stackalloc char[PatternBuffer.StackLength], stackalloc byte[PatternBuffer.StackLength]);

        // A variable without value equals nothing: that is no malformed value.
        var result = wanted.TryResolve(context, ref buffer)
            ? ArnGlob.Compare(buffer.Characters, buffer.Units, text)
            : Comparison.Differs;
        buffer.Dispose();
        return result;
    }
}
