namespace Claviger.Pipeline;

/// <summary>What a condition of a statement wanted, and what it found in a call that was denied.</summary>
/// <param name="Operator">The operator as the policy spells it.</param>
/// <param name="Key">The key as the policy spells it.</param>
/// <param name="Wanted">The values in the policy.</param>
/// <param name="Actual">The values in the call; null if the key was not there.</param>
/// <param name="Holds">Whether it held.</param>
public sealed record DenialCondition(string Operator, string Key, IReadOnlyList<string> Wanted, IReadOnlyList<string>? Actual, bool Holds);
