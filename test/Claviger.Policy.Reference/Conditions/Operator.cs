namespace Claviger.Policy.Reference;

/// <summary>An operator's name taken apart: <c>[ForAllValues:|ForAnyValue:]Base[IfExists]</c> (section 6).</summary>
internal sealed record Operator(Operator.Quantifier Set, PlainOperator Base, bool IfExists)
{
    internal enum Quantifier
    {
        None,
        ForAllValues,
        ForAnyValue,
    }

    // 5.5: in any case.
    public static Operator? Read(string name)
    {
        var rest = name.ToLowerInvariant();
        var set = Quantifier.None;
        if (rest.StartsWith("forallvalues:", StringComparison.Ordinal))
        {
            set = Quantifier.ForAllValues;
            rest = rest["forallvalues:".Length..];
        }
        else if (rest.StartsWith("foranyvalue:", StringComparison.Ordinal))
        {
            set = Quantifier.ForAnyValue;
            rest = rest["foranyvalue:".Length..];
        }

        var ifExists = rest.EndsWith("ifexists", StringComparison.Ordinal);
        if (ifExists)
        {
            rest = rest[..^"ifexists".Length];
        }

        // 5.9: Null has no IfExists form.
        return Comparisons.All.FirstOrDefault(op => op.Name == rest) is { } found && !(ifExists && rest == "null")
            ? new Operator(set, found, ifExists)
            : null;
    }
}
