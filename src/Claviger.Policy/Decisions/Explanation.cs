namespace Claviger.Policy;

/// <summary>Why a decision came out as it did.</summary>
/// <param name="Decision">The decision, the same that <see cref="Evaluator.Decide"/> takes.</param>
/// <param name="Kinds">What each applicable kind of policy said; one entry a level for service control and resource control policies.</param>
public sealed record Explanation(Decision Decision, IReadOnlyList<KindExplanation> Kinds);
