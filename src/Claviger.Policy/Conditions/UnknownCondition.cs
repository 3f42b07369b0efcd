namespace Claviger.Policy;

/// <summary>A condition whose operator does not exist: it never holds.</summary>
internal sealed class UnknownCondition(ConditionText text) : Condition(text)
{
    public override bool Holds(IContextSource context) => false;

    protected override Comparison Compare(in ContextValue value, IContextSource context) => Comparison.Malformed;
}
