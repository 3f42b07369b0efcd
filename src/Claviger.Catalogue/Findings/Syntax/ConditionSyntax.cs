using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>One key under one operator of a Condition element.</summary>
/// <param name="OperatorMember">The operator as written.</param>
/// <param name="Operator">The operator as understood; null if there is none of that name.</param>
/// <param name="Key">The key and its values.</param>
/// <param name="Values">The values that are strings, numbers or booleans.</param>
internal sealed record ConditionSyntax(
    JsonMember OperatorMember,
    OperatorSyntax? Operator,
    JsonMember Key,
    ImmutableArray<JsonSyntax> Values)
{
    public static ImmutableArray<ConditionSyntax> ReadAll(JsonSyntax condition) =>
        [.. condition.Members.SelectMany(op => op.Value.Members.Select(key => new ConditionSyntax(
            op, OperatorSyntax.Parse(op.Name), key, [.. key.Value.ItemsOrSelf.Where(v => v.IsScalar)])))];
}
