namespace Claviger.Policy.Reference;

/// <summary>What the reference evaluator answers: the verdict and, for a denial, the one kind that a message names (12.4).</summary>
public sealed record ReferenceDecision(ReferenceVerdict Verdict, ReferenceKind? NamedKind);
