namespace Claviger.Policy;

/// <summary>One condition against one request.</summary>
/// <param name="Operator">The operator as the policy spells it.</param>
/// <param name="Key">The condition key as the policy spells it.</param>
/// <param name="Wanted">The values in the policy, policy variables not substituted.</param>
/// <param name="Actual">The value in the request.</param>
/// <param name="Holds">Whether the condition held.</param>
public sealed record ConditionExplanation(string Operator, string Key, IReadOnlyList<string> Wanted, ContextValue Actual, bool Holds);
