namespace Claviger.Policy;

/// <summary>A condition as a policy spells it.</summary>
/// <param name="Operator">The operator's name as spelled.</param>
/// <param name="Name">The same, taken apart.</param>
/// <param name="Key">The key as spelled.</param>
/// <param name="Values">The values; numbers and booleans in their JSON spelling.</param>
/// <param name="Variables">Whether the policy's version has policy variables.</param>
internal sealed record ConditionText(string Operator, OperatorName Name, string Key, string[] Values, bool Variables);
