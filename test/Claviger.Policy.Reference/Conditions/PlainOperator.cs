namespace Claviger.Policy.Reference;

/// <summary>One of the 27 operators of section 6. Negated ones compare like their opposites; the inversion is in 5.2.</summary>
internal sealed record PlainOperator(
    string Name,
    bool Negated,
    bool Variables,
    Func<string, bool> CanRead,
    Func<IReadOnlyList<Mark>, string, Comparison> Compare)
{
    public static Func<string, bool> AnyText { get; } = _ => true;

    // 6.8: these are false as a whole where a value can't be read; text can always be read.
    public bool FalseWhenMalformed => CanRead != AnyText;
}
