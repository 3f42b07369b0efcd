namespace Claviger.Policy.Reference;

/// <summary>One of the 27 operators of section 6. Negated ones compare like their opposites; the inversion is in 5.2.</summary>
internal sealed record PlainOperator(
    string Name,
    bool Negated,
    bool Variables,
    bool FalseWhenMalformed,
    Func<IReadOnlyList<Mark>, string, Comparison> Compare);
