using Claviger.Aws;
using Claviger.Policy;

namespace Claviger.Iam;

/// <summary>The condition keys that policies ask for.</summary>
internal static class PolicyKeys
{
    /// <summary>Refuses what are no policies.</summary>
    /// <exception cref="AwsError">InvalidInput.</exception>
    public static void Demand(IReadOnlyList<string> policies)
    {
        foreach (var policy in policies)
        {
            if (PolicyValidator.Validate(policy, PolicyKind.Identity) is { } error)
            {
                throw AwsError.InvalidInput($"Invalid policy input: {error.Message}");
            }
        }
    }

    /// <summary>The keys of some policies, each once, as they are spelt first.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> policies) =>
    [
        .. policies.Select(StatementTexts.Of)
            .SelectMany(static texts => Enumerable.Range(0, texts.Count).SelectMany(texts.Keys))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
