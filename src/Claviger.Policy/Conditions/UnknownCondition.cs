namespace Claviger.Policy;

/// <summary>A condition whose operator does not exist. Its statement is not understood and never allows, so this is asked in a Deny only.</summary>
internal sealed class UnknownCondition(ConditionText text) : Condition(text)
{
    public override bool Holds(IContextSource context) => UncertainChoices.UnknownOperatorHoldsInDeny;

    protected override Comparison Compare(in ContextValue value, IContextSource context) => Comparison.Malformed;
}
